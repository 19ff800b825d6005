package io.github.pgtwo.client.type;

/**
 * A value cannot be read as what was asked for, or not exactly. The text says what is wrong; the value itself, which may
 * be secret, is not in it.
 */
public final class ValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The problem as the end of a sentence that begins with the column, such as "is no date". */
    public ValueException(String problem) {
        super(problem);
    }

    /** The same, and what it comes from. */
    public ValueException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
