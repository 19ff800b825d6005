package io.github.pgtwo.client.session;

import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.codec.backend.Column;
import java.util.List;

/** What reads the columns of one session. Thread-safe. */
final class ColumnTypes {
    private final TypeRegistry registry;
    private volatile RowType latest = RowType.NONE;

    ColumnTypes(TypeRegistry registry) {
        this.registry = registry;
    }

    /** How the rows of an answer are read; mostly as those of the answer before. */
    RowType of(List<Column> columns, Session session) {
        RowType type = latest;
        if (!type.isOf(columns, registry, session.profile(), session.encoding())) {
            type = new RowType(columns, registry, session.profile(), session.encoding());
            latest = type;
        }
        return type;
    }
}
