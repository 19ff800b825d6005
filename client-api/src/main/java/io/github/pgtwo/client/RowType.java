package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.backend.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns that the rows of one result share. */
final class RowType {
    static final RowType NONE = new RowType(List.of());

    private final List<Column> columns;
    private final Map<String, Integer> indexes = new HashMap<>();

    RowType(List<Column> columns) {
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            indexes.putIfAbsent(columns.get(i).name().utf8(), i);
        }
    }

    List<Column> columns() {
        return columns;
    }

    /** The first column of that name; names need not be unique. */
    int indexOf(String name) {
        Integer index = indexes.get(name);
        if (index == null) {
            throw new PgUsageException("the result has no column \"" + name + "\"");
        }
        return index;
    }
}
