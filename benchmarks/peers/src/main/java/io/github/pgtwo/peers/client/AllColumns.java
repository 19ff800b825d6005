package io.github.pgtwo.peers.client;

import io.github.pgtwo.codec.backend.RowView;
import io.github.pgtwo.codec.backend.RowVisitor;
import java.nio.charset.StandardCharsets;

/** Reads each value of each row; how numbers are read is what its users differ in. */
abstract class AllColumns implements RowVisitor {
    private long sum;

    abstract long number(RowView row, int column);

    @Override
    public final void row(RowView row) {
        long all = 0;
        for (int i = 0; i < row.columns(); i++) {
            all += Tables.isText(i) ? Sums.of(row.text(i, StandardCharsets.UTF_8)) : number(row, i);
        }
        sum += all;
    }

    /** {@link Sums} of all rows so far. */
    final long sum() {
        return sum;
    }
}
