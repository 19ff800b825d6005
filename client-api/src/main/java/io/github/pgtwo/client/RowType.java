package io.github.pgtwo.client;

import io.github.pgtwo.codec.backend.Column;
import java.util.List;

/** The columns that the rows of one result share. */
record RowType(List<Column> columns) {
    static final RowType NONE = new RowType(List.of());

    /** The first column of that name; names need not be unique. */
    int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().utf8().equals(name)) {
                return i;
            }
        }
        throw new PgUsageException("the result has no column \"" + name + "\"");
    }
}
