package io.github.pgtwo.embedded;

/** A server could not be unpacked, initialized, started or stopped; the message holds what its programs said. */
public final class EmbeddedServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedServerException(String message) {
        super(message);
    }

    EmbeddedServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
