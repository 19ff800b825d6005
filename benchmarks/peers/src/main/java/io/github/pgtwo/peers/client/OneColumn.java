package io.github.pgtwo.peers.client;

import io.github.pgtwo.codec.backend.RowView;
import io.github.pgtwo.codec.backend.RowVisitor;
import java.nio.charset.StandardCharsets;

/** Reads one text column of each row. */
final class OneColumn implements RowVisitor {
    private final int column;
    private long sum;

    OneColumn(int column) {
        this.column = column;
    }

    @Override
    public void row(RowView row) {
        sum += Sums.of(row.text(column, StandardCharsets.UTF_8));
    }

    /** {@link Sums} of all rows so far. */
    long sum() {
        return sum;
    }
}
