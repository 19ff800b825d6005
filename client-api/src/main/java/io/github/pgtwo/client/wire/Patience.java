package io.github.pgtwo.client.wire;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Deadline;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How long the server may take: for the login or a statement as a whole, and for each silence. */
public final class Patience {
    private Deadline deadline;
    private Duration silence = Duration.ZERO;
    private @Nullable BooleanSupplier atDeadline;

    Patience(Deadline login) {
        deadline = login;
    }

    /** When all has to be over. */
    public Deadline deadline() {
        return deadline;
    }

    /** From now on the server may stay silent so long; zero for ever. */
    public void silence(Duration longest) {
        silence = longest;
        deadline = Deadline.NONE;
    }

    /** From now on all has to be over by then, or else {@code expired} says whether there is a new deadline. */
    public void until(Deadline end, BooleanSupplier expired) {
        deadline = end;
        atDeadline = expired;
    }

    /** From now on all has to be over by then. */
    public void until(Deadline end) {
        deadline = end;
        atDeadline = null;
    }

    /** Gives the stream's next read its time. */
    void applyTo(ByteStream stream) throws IOException {
        stream.readTimeout(next());
    }

    /** How long the server may take for its next step; zero for ever. */
    Duration next() throws SocketTimeoutException {
        Duration left = deadline.left();
        boolean shorter = silence.isZero() || (!left.isZero() && left.compareTo(silence) < 0);
        return shorter ? left : silence;
    }

    /** A read has taken too long; whether to try again. */
    boolean isExtended() {
        return atDeadline != null && deadline.isOver() && atDeadline.getAsBoolean();
    }
}
