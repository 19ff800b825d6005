package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ValueSink;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.RowData;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts rows together that are handed out in pieces, and checks the order in which they are. */
final class Values implements ValueSink {
    private static final int NO_ROW = -1;

    private final Heard heard;
    private final List<Optional<Bytes>> row = new ArrayList<>();
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private int columns = NO_ROW;
    private int length;

    Values(Heard heard) {
        this.heard = heard;
    }

    /** A message as it is heard here: of a row, its values. */
    static Object of(Object message) {
        if (message instanceof AsciiRow ascii) {
            return of(ascii.data());
        }
        return message instanceof BinaryRow binary ? of(binary.data()) : message;
    }

    private static List<Optional<Bytes>> of(RowData data) {
        return IntStream.range(0, data.columns())
                .mapToObj(i -> data.isNull(i) ? Optional.<Bytes>empty() : Optional.of(data.value(i)))
                .toList();
    }

    @Override
    public void row(int count) {
        Check.same(NO_ROW, columns, "a row within a row");
        columns = count;
    }

    @Override
    public void isNull(int column) {
        begin(column);
        row.add(Optional.empty());
    }

    @Override
    public void value(int column, int bytes) {
        begin(column);
        length = bytes;
        addIfComplete();
    }

    /** The value before it is complete. */
    private void begin(int column) {
        Check.same(row.size(), column, "column");
        Check.same(0, value.size(), "what is left of a value");
    }

    @Override
    public void piece(int column, byte[] array, int offset, int count) {
        Check.same(row.size(), column, "column");
        Check.that(count > 0 && count <= length - value.size(), "a piece of " + count + " bytes");
        value.write(array, offset, count);
        addIfComplete();
    }

    private void addIfComplete() {
        if (value.size() == length) {
            row.add(Optional.of(Bytes.wrap(value.toByteArray())));
            value.reset();
        }
    }

    @Override
    public void rowEnds() {
        Check.same(columns, row.size(), "columns of a row");
        heard.add(List.copyOf(row));
        row.clear();
        columns = NO_ROW;
    }
}
