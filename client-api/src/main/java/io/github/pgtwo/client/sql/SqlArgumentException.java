package io.github.pgtwo.client.sql;

import java.util.Optional;

/** A template or an argument cannot be said to the server without a doubt. Nothing was sent. */
public final class SqlArgumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String argument;

    SqlArgumentException(String argument, String text) {
        super(argument.isEmpty() ? text : "argument " + argument + " " + text);
        this.argument = argument;
    }

    SqlArgumentException(String argument, IllegalArgumentException cause) {
        super("argument " + argument + ": " + cause.getMessage(), cause);
        this.argument = argument;
    }

    /** The name of the argument that it is about; empty if it is about the template. */
    public Optional<String> argument() {
        return argument.isEmpty() ? Optional.empty() : Optional.of(argument);
    }
}
