package io.github.pgtwo.client;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.backend.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns that the rows of one result share. */
final class RowType {
    static final RowType NONE = new RowType(List.of(), TextEncoding.UTF_8);

    private final List<Column> columns;
    private final TextEncoding encoding;
    private final Map<String, Integer> indexes = new HashMap<>();

    RowType(List<Column> columns, TextEncoding encoding) {
        this.columns = columns;
        this.encoding = encoding;
        for (int i = 0; i < columns.size(); i++) {
            indexes.putIfAbsent(name(i), i);
        }
    }

    /** How values are to be read. */
    TextEncoding encoding() {
        return encoding;
    }

    /** What the column is called. */
    String name(int column) {
        return encoding.decodeLeniently(columns.get(column).name());
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
