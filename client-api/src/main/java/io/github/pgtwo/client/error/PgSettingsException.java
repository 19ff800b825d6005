package io.github.pgtwo.client.error;

/**
 * What is said about a connection makes no sense, or cannot be done. The text says what is wrong and where; it never
 * holds a password, nor the whole of a string in which one may be.
 */
public final class PgSettingsException extends PgException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    /** What kind of mistake it is. */
    public enum Problem {
        /** A string or a service file is not written as it has to be. */
        SYNTAX,
        /** There is no setting of that name. */
        UNKNOWN,
        /** A setting has a value that it cannot have, or one that does not fit another one. */
        VALUE,
        /** The service is nowhere defined. */
        SERVICE,
        /** A file with certificates or keys is missing, unfit, or open to others. */
        FILE,
        /** libpq does it, and pgtwo does not. */
        UNSUPPORTED
    }

    /** What is wrong, and where. */
    public PgSettingsException(Problem problem, String text) {
        super(text, null);
        this.problem = problem;
    }

    /** What kind of mistake it is. */
    public Problem problem() {
        return problem;
    }
}
