package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.RowFormat;
import java.util.List;
import java.util.Optional;

/**
 * A row with its values in the server's binary form (section 3.9).
 *
 * <pre>
 * Byte1 'B'
 * Byten bitmap of the columns that are not NULL; then for each of those
 *   Int32 length, its own four bytes not included
 *   Byten value
 * </pre>
 *
 * @param data the values
 */
public record BinaryRow(RowData data) implements BackendMessage {
    static final char TAG = 'B';

    private static final int LENGTH_BIAS = 0;

    static final RowFormat<BinaryRow> FORMAT =
            new RowFormat<>("BinaryRow", TAG, LENGTH_BIAS, (image, ends) -> new BinaryRow(new RowData(image, ends)));

    /** Refuses the values of an {@link AsciiRow}, whose lengths count otherwise. */
    public BinaryRow {
        data.checkTag(TAG, "BinaryRow.data");
    }

    /** A row of these values, empty for NULL. */
    public static BinaryRow of(List<Optional<Bytes>> values) {
        return new BinaryRow(RowData.of(TAG, LENGTH_BIAS, values));
    }

    @Override
    public BackendKind kind() {
        return BackendKind.BINARY_ROW;
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
