package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.RowFormat;
import java.util.List;
import java.util.Optional;

/**
 * A row with its values as text (section 3.8).
 *
 * <pre>
 * Byte1 'D'
 * Byten bitmap of the columns that are not NULL; then for each of those
 *   Int32 length, its own four bytes included
 *   Byten value
 * </pre>
 *
 * @param data the values
 */
public record AsciiRow(RowData data) implements BackendMessage {
    static final char TAG = 'D';

    private static final int LENGTH_BIAS = Integer.BYTES;

    static final RowFormat<AsciiRow> FORMAT =
            new RowFormat<>("AsciiRow", TAG, LENGTH_BIAS, (image, ends) -> new AsciiRow(new RowData(image, ends)));

    /** Refuses the values of a {@link BinaryRow}, whose lengths count otherwise. */
    public AsciiRow {
        data.checkTag(TAG, "AsciiRow.data");
    }

    /** A row of these values, empty for NULL. */
    public static AsciiRow of(List<Optional<Bytes>> values) {
        return new AsciiRow(RowData.of(TAG, LENGTH_BIAS, values));
    }

    @Override
    public BackendKind kind() {
        return BackendKind.ASCII_ROW;
    }

    @Override
    public int wireLength() {
        return data.wireLength();
    }

    @Override
    public void write(WireWriter out) {
        data.write(out);
    }
}
