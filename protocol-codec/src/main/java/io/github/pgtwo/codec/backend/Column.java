package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.wire.Text;

/**
 * One column of a {@link RowDescription} (section 3.7).
 *
 * @param name the label; may be empty and need not be unique
 * @param typeOid the type's object id, an unsigned 32-bit number
 * @param typeSize at least 1: bytes of a type of fixed size; -1: a type of varying size; -2: a C string
 * @param typeModifier specific to the type, such as the n of {@code char(n)} plus 4; -1 for none
 */
public record Column(Bytes name, int typeOid, short typeSize, int typeModifier) {
    /** How many bytes follow the name. */
    static final int FIXED = Integer.BYTES + Short.BYTES + Integer.BYTES;

    /** Refuses a NUL. */
    public Column {
        Text.check("RowDescription.name", name);
    }
}
