package io.github.pgtwo.client.session;

import io.github.pgtwo.client.type.TypeRegistry;

/** What reads the columns of one session. Thread-safe. */
public final class ColumnTypes {
    private volatile TypeRegistry registry = TypeRegistry.STANDARD;

    ColumnTypes() {}

    /** Takes these types for answers that begin from now on. */
    public void use(TypeRegistry types) {
        registry = types;
    }

    /** The types. */
    public TypeRegistry registry() {
        return registry;
    }
}
