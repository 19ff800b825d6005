package io.github.pgtwo.client.session;

import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.codec.backend.Column;
import java.util.List;

/** What reads the columns of one session. Thread-safe. */
public final class ColumnTypes {
    private volatile TypeRegistry registry = TypeRegistry.STANDARD;
    private volatile RowType latest = RowType.NONE;

    ColumnTypes() {}

    /** Takes these types for answers that begin from now on. */
    public void use(TypeRegistry types) {
        registry = types;
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
