package io.github.pgtwo.client.session;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgRolledBackException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.wire.Take;
import io.github.pgtwo.client.wire.Wire;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.session.Phase;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one command, message by message, up to the ReadyForQuery that belongs to it. Only there is it known
 * whether all went well: a tag is no proof (sections 1.4, 1.6). Not thread-safe.
 */
public final class Cycle {
    private final Session session;
    private final Wire wire;
    private final Runnable release;
    private boolean answered;
    private boolean over;
    private List<ServerMessage> lastNotices = List.of();
    private @Nullable PgException failure;

    /** The answer to a command that has been sent; {@code release} is run when it is over, however it ends. */
    Cycle(Session session, Runnable release) {
        this.session = session;
        wire = session.wire();
        this.release = release;
    }

    /**
     * The next message that belongs to the answer; ReadyForQuery is the last.
     *
     * @throws PgServerException for an error, when the cycle is over
     * @throws PgUsageException if copy data begins, for which nobody has prepared
     */
    public BackendMessage next() {
        return next(Take.EACH);
    }

    /** The same, taken in this way. */
    public <X extends Exception> BackendMessage next(Take<X> take) throws X {
        BackendMessage message = nextOfAny(take);
        refuseData(message);
        return message;
    }

    /** The same, where copy data may begin with this. */
    public BackendMessage nextOr(BackendKind begin) {
        BackendMessage message = nextOfAny(Take.EACH);
        if (message.kind() != begin) {
            refuseData(message);
        }
        return message;
    }

    /** Takes all that is left, in this way. */
    public <X extends Exception> void takeRest(Take<X> take) throws X {
        while (!over) {
            next(take);
        }
    }

    /** The next message, even if copy data begins with it. */
    <X extends Exception> BackendMessage nextOfAny(Take<X> take) throws X {
        checkFailure();
        BackendMessage message = receive(take);
        switch (message.kind()) {
            case ERROR_RESPONSE -> {
                session.transaction().failed();
                checkInStep((ErrorResponse) message);
                throw failed(
                        new PgServerException(ServerMessage.of((ErrorResponse) message, session.encoding()), false));
            }
            case COMPLETED_RESPONSE -> checkCompleted((CompletedResponse) message);
            case READY_FOR_QUERY -> {
                checkAnswered();
                end(null);
            }
            default -> {}
        }
        answered = true;
        return message;
    }

    private void refuseData(BackendMessage message) {
        switch (message.kind()) {
            case COPY_IN_RESPONSE ->
                throw broken(new PgUsageException(
                        "COPY FROM STDIN needs a copyIn() of its own; the server waits for data, so that the connection"
                                + " had to be closed"));
            case COPY_OUT_RESPONSE -> throw failed(new PgUsageException("COPY TO STDOUT needs a copyOut() of its own"));
            default -> {}
        }
    }

    /** The tag of the latest statement that has completed. */
    public String tag() {
        return session.transaction().tag();
    }

    /** How rows of these columns are read. */
    public RowType rowType(List<Column> columns) {
        return session.columnTypes().of(columns, session);
    }

    /** A ReadyForQuery too much would be taken for the answer to the next text. */
    private void checkAnswered() {
        if (session.transaction().isPassedOver(answered)) {
            throw broken(new PgProtocolException("ReadyForQuery, and not a word of the statement"));
        }
    }

    /** What the server said while it was the client's turn. */
    public void heardEarly(BackendMessage message) {
        if (message.kind() == BackendKind.ERROR_RESPONSE) {
            checkInStep((ErrorResponse) message);
        }
        throw broken(new PgProtocolException(message.kind().messageName() + " in front of the end of the copy data"));
    }

    /** After an error in COPY FROM STDIN, the server takes what it has not read for commands (section 7.5). */
    private void checkInStep(ErrorResponse error) {
        if (wire.phase() == Phase.COPY_FAILED) {
            throw broken(session.clock()
                    .explained(new PgServerException(ServerMessage.of(error, session.encoding()), true)));
        }
    }

    /** The server takes nothing more of what it has asked for. */
    public PgException stuck(SocketTimeoutException late) {
        wire.close();
        return broken(session.clock().stuck(late));
    }

    /** Whether nothing more will come. */
    public boolean over() {
        return over;
    }

    /** Notices that have come since the last time; none of those that came behind the answer. */
    public List<ServerMessage> takeNotices() {
        List<ServerMessage> taken = over ? lastNotices : wire.bystander().takeNotices();
        lastNotices = List.of();
        return taken;
    }

    /** All notices that have come and were not taken. */
    public List<ServerMessage> notices() {
        return over ? lastNotices : wire.bystander().notices();
    }

    /** A failure is never followed by an answer that sounds like success. */
    public void checkFailure() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Up to 7.2, a statement in a failed transaction does nothing and completes (section 5.6). */
    private void checkCompleted(CompletedResponse completion) {
        if (!session.transaction().completed(completion)) {
            throw failed(new PgRolledBackException(
                    "the transaction had failed, so that it has been rolled back instead of committed"));
        }
        if (tag().equals("*ABORT STATE*")) {
            String notice = wire.bystander().lastNotice();
            String why = "ERROR:  the transaction has failed, nothing was done: " + (notice.isEmpty() ? tag() : notice);
            throw failed(new PgServerException(ServerMessage.parse(why), false));
        }
    }

    private <X extends Exception> BackendMessage receive(Take<X> take) throws X {
        try {
            return wire.next(take);
        } catch (PgException e) {
            throw fail(session.transaction().unanswered(e));
        } catch (RuntimeException | Error e) {
            wire.close();
            end(e);
            throw e;
        }
    }

    /** Passes over what follows, which belongs to this failure. */
    PgException failed(PgException reason) {
        return fail(new Remainder(this, session).behind(reason));
    }

    /**
     * Gives up what is left: has the server cancel it if asked to, and passes over what is on its way. If that takes too
     * long, the connection is closed. All further questions are answered with this refusal.
     */
    public void abandon(boolean cancels, String refusal) {
        if (!over) {
            new Remainder(this, session).giveUp(cancels);
            fail(new PgUsageException(refusal));
        }
    }

    /** The server does what cannot be gone along with: the connection is closed. */
    public PgException broken(PgException reason) {
        wire.close();
        return fail(session.transaction().unanswered(reason));
    }

    /** Answers all further questions with this. */
    public PgException fail(PgException reason) {
        failure = reason;
        end(reason);
        return reason;
    }

    private void end(@Nullable Throwable reason) {
        if (!over) {
            over = true;
            lastNotices = wire.bystander().takeNotices();
            session.clock().stop(reason);
            release.run();
        }
    }
}
