package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameReader;
import io.github.pgtwo.codec.wire.FrameScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rows that follow consist of (section 3.7). In force until the next one, or until the statement
 * ends.
 *
 * <pre>
 * Byte1  'T'
 * Int16  number of columns, 0 or more; then for each column
 *   String name
 *   Int32  typeOid
 *   Int16  typeSize
 *   Int32  typeModifier
 * </pre>
 *
 * @param columns in the order of the values; at most 32767
 */
public record RowDescription(List<Column> columns) implements BackendMessage {
    static final Format<RowDescription> FORMAT =
            Format.recurring("RowDescription", 'T', RowDescription::scan, RowDescription::read);

    private static final int IN_NAME = 1;
    private static final int BEHIND_NAME = 2;

    /** Copies the list. */
    public RowDescription {
        columns = List.copyOf(columns);
        if (columns.size() > Short.MAX_VALUE) {
            throw new LocalProtocolException("RowDescription.columns", "are " + columns.size() + ", over 32767");
        }
    }

    private static boolean scan(FrameScanner in) {
        if (in.step() == 0 && !scanCount(in)) {
            return false;
        }
        while (in.step() == BEHIND_NAME || in.marked() < in.items()) {
            if (in.step() == IN_NAME && !in.string("name", in.limit(Limit.NAME))) {
                return false;
            }
            in.step(BEHIND_NAME);
            if (!in.skip(Column.FIXED)) {
                return false;
            }
            in.step(IN_NAME);
        }
        return true;
    }

    private static boolean scanCount(FrameScanner in) {
        if (!in.skip(Short.BYTES)) {
            return false;
        }
        int count = in.int16Back();
        if (count < 0 || count > in.limit(Limit.COLUMNS)) {
            throw in.malformed("columns", 1, "a count of " + count + " is not within 0 to " + in.limit(Limit.COLUMNS));
        }
        in.items(count);
        in.step(IN_NAME);
        return true;
    }

    private static RowDescription read(FrameReader in) {
        int count = in.int16();
        List<Column> columns = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            columns.add(new Column(in.string(), in.int32(), in.int16(), in.int32()));
        }
        return new RowDescription(columns);
    }

    @Override
    public BackendKind kind() {
        return BackendKind.ROW_DESCRIPTION;
    }

    @Override
    public int wireLength() {
        int length = 1 + Short.BYTES;
        for (Column column : columns) {
            length += column.name().length() + 1 + Column.FIXED;
        }
        return length;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('T').int16(columns.size());
        for (Column column : columns) {
            out.string(column.name())
                    .int32(column.typeOid())
                    .int16(column.typeSize())
                    .int32(column.typeModifier());
        }
    }
}
