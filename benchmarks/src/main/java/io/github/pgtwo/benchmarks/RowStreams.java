package io.github.pgtwo.benchmarks;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.RowDescription;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** The bytes of rows as a server sends them: ten columns of numbers and short texts, a few of them NULL. */
final class RowStreams {
    static final int COLUMNS = 10;

    private RowStreams() {}

    /** A RowDescription and so many rows. */
    static byte[] of(int rows) {
        Random random = new Random(1);
        WireWriter out = new WireWriter(rows * 120);
        new RowDescription(IntStream.range(0, COLUMNS)
                        .mapToObj(i -> new Column(Bytes.utf8("c" + i), 23, (short) 4, -1))
                        .toList())
                .write(out);
        for (int row = 0; row < rows; row++) {
            AsciiRow.of(values(row, random)).write(out);
        }
        return out.take().toByteArray();
    }

    private static List<Optional<Bytes>> values(int row, Random random) {
        return IntStream.range(0, COLUMNS)
                .mapToObj(column -> value(row, column, random))
                .toList();
    }

    private static Optional<Bytes> value(int row, int column, Random random) {
        if (column > 0 && random.nextInt(12) == 0) {
            return Optional.empty();
        }
        return Optional.of(
                Bytes.utf8(column % 2 == 0 ? String.valueOf(row + column * 1000) : "text " + random.nextInt(100_000)));
    }

    /** Where the rows begin, behind the RowDescription. */
    static int rowsBegin() {
        return 1 + 2 + COLUMNS * (2 + 1 + 10);
    }
}
