package io.github.pgtwo.client;

import java.io.IOException;

/** What the caller's own code has thrown; a kind of its own, so that nobody takes it for a failure of the connection. */
final class CallerFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Exception thrown;

    CallerFailure(Exception thrown) {
        super(thrown);
        this.thrown = thrown;
    }

    /** What a stream has thrown, if that is checked; else throws it. */
    IOException unwrapped() {
        if (thrown instanceof IOException checked) {
            return checked;
        }
        throw unchecked();
    }

    /** What code has thrown that throws nothing else. */
    RuntimeException unchecked() {
        return (RuntimeException) thrown;
    }
}
