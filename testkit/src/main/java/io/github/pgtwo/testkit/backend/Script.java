package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The server's part of one conversation:
 *
 * <pre>{@code
 * new Script()
 *         .login()
 *         .expectQuery("select 1").answer(cursor(), columns("a"), row("1"), completed("SELECT"), ready())
 *         .expect(FrontendKind.TERMINATE)
 * }</pre>
 *
 * <p>Each method gives a new script with one more step, so that scripts can share their beginning. What is answered has
 * to be legal at that point of the conversation; {@link #send} takes anything. Behind the last step the connection
 * stays open; the client may then say Terminate and close, and nothing else. Immutable.
 */
public final class Script {
    private final List<Step> steps;

    /** Nothing yet. */
    public Script() {
        this(List.of());
    }

    private Script(List<Step> steps) {
        this.steps = steps;
    }

    private Script then(Step.Kind kind, String what, Step.Action action) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(what, kind, action));
        return new Script(List.copyOf(more));
    }

    List<Step> steps() {
        return steps;
    }

    /** Whether it begins before the client has said anything. */
    boolean speaksFirst() {
        return steps.stream()
                .map(Step::kind)
                .filter(kind -> kind != Step.Kind.SETS)
                .findFirst()
                .map(kind -> kind == Step.Kind.SPEAKS)
                .orElse(false);
    }

    /** Lets any user in without a password; process 1, secret key 2. */
    public Script login() {
        return expect(FrontendKind.STARTUP_PACKET).answer(Answers.ok(), Answers.key(1, 2), Answers.ready());
    }

    /** Waits for exactly this message. */
    public Script expect(FrontendMessage message) {
        return expect(Talk.shown(message), message::equals);
    }

    /** Waits for a message of this kind. */
    public Script expect(FrontendKind kind) {
        return expect("F " + kind.messageName(), message -> message.kind() == kind);
    }

    /**
     * Waits for a message that fits.
     *
     * @param what it is, for the report of a failure
     */
    public Script expect(String what, Predicate<FrontendMessage> fits) {
        return then(Step.Kind.LISTENS, what, talk -> talk.expect(fits));
    }

    /** Waits for this query, in UTF-8. */
    public Script expectQuery(String sql) {
        return expect(new Query(Bytes.utf8(sql)));
    }

    /** Waits for these bytes of a login dialogue outside of messages, as of Kerberos (sections 4.4 to 4.6). */
    public Script expectRaw(Bytes bytes) {
        return then(Step.Kind.LISTENS, "raw " + bytes, talk -> talk.expectRaw(bytes));
    }

    /** Waits for so many bytes of such a dialogue, whatever they are. */
    public Script expectRaw(int count) {
        return then(Step.Kind.LISTENS, count + " raw bytes", talk -> talk.raw(count));
    }

    /** The dialogue outside of messages is over; what is said next is messages. */
    public Script endRaw() {
        return then(Step.Kind.SETS, "the end of raw bytes", Talk::endRaw);
    }

    /** Waits until another connection asks, with this one's key, to cancel what runs (section 9). */
    public Script expectCancel() {
        return then(Step.Kind.LISTENS, "a CancelRequest with the key of this connection", Talk::expectCancel);
    }

    /** Waits for the client to close, in whatever way. */
    public Script expectEnd() {
        return then(Step.Kind.LISTENS, "the client's end", Talk::expectEnd);
    }

    /** Sends messages, all in one write. */
    public Script answer(BackendMessage... messages) {
        List<BackendMessage> all = List.of(messages);
        return then(Step.Kind.SPEAKS, "an answer", talk -> talk.answer(all));
    }

    /** Sends bytes, whether or not they are messages. */
    public Script send(Bytes bytes) {
        return then(Step.Kind.SPEAKS, "bytes to send", talk -> talk.write(bytes));
    }

    /** Waits for the test to open the gate. */
    public Script await(Gate gate) {
        return then(Step.Kind.SPEAKS, "an open gate", talk -> gate.pass());
    }

    /**
     * From here on sends no more than so many bytes in one write, each a segment of its own where the transport has any.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Script inPieces(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("pieces of " + bytes + " bytes");
        }
        return then(Step.Kind.SETS, "pieces", talk -> talk.inPieces(bytes));
    }

    /** Closes behind so many more bytes, wherever in the script that is; the rest of it is dropped. */
    public Script closeAfter(int bytes) {
        return end(bytes, false);
    }

    /** Breaks the connection behind so many more bytes, wherever in the script that is; the rest of it is dropped. */
    public Script resetAfter(int bytes) {
        return end(bytes, true);
    }

    private Script end(int bytes, boolean reset) {
        Step.Kind kind = bytes == 0 ? Step.Kind.SPEAKS : Step.Kind.SETS;
        return then(kind, "an end", talk -> talk.endAfter(bytes, reset));
    }

    /** Closes in good order, as the last step. */
    public Script close() {
        return closeAfter(0);
    }

    /** Breaks the connection, as the last step. */
    public Script reset() {
        return resetAfter(0);
    }
}
