package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.ValueSink;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameDecoder;
import io.github.pgtwo.codec.wire.Layout;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Turns the bytes of a server into messages, in whatever pieces they arrive. It knows layouts and what they
 * depend on (rows need the RowDescription in force), not which message may come when: where that changes the
 * layout, it must be told with {@link #expect}.
 *
 * <p>After a {@link RemoteProtocolException} the stream is out of step for good. Not thread-safe.
 */
public final class BackendDecoder {
    /** What the next bytes may be. */
    public enum Expected {
        /** A message with a tag. */
        MESSAGE,
        /** The byte that answers an SSLRequest, or an ErrorResponse. */
        SSL_RESPONSE,
        /** Copy data up to its end. */
        COPY_DATA,
        /** Bytes of a dialogue outside of messages, to be taken with {@link #takeRaw}. */
        RAW,
        /** One that may come before the first ReadyForQuery: nobody else has to be given memory for more. */
        LOGIN
    }

    private final FrameDecoder<BackendMessage> frames;
    private final RowView rowView;
    private boolean messagesInsideCopy;
    private Expected expected = Expected.MESSAGE;

    /** A decoder at the beginning of the stream of a server without quirks. */
    public BackendDecoder(ProtocolLimits limits) {
        this(limits, Set.of(), DeclaredRequests.NONE);
    }

    /** A decoder at the beginning of the stream of a server with these quirks. */
    public BackendDecoder(ProtocolLimits limits, Set<ServerQuirk> quirks) {
        this(limits, quirks, DeclaredRequests.NONE);
    }

    /** A decoder at the beginning of the stream of a server that may also ask for what is declared. */
    public BackendDecoder(ProtocolLimits limits, Set<ServerQuirk> quirks, DeclaredRequests declared) {
        frames = new FrameDecoder<>(limits, declared.isEmpty() ? this::formatOf : formatsWith(declared));
        rowView = new RowView(frames);
        quirks(quirks);
    }

    /** Says what only the login has told of the server; not in the middle of copy data. */
    public void quirks(Set<ServerQuirk> quirks) {
        messagesInsideCopy = quirks.contains(ServerQuirk.MESSAGES_INSIDE_COPY_OUT);
    }

    /** Says what comes next. */
    public void expect(Expected next) {
        if (next != expected) {
            frames.contextChanged(next == Expected.COPY_DATA);
        }
        expected = next;
    }

    /** Says that the login is over: error texts may be longer from now on. */
    public void loggedIn() {
        frames.scanner().loggedIn();
    }

    /** Stores a copy of what arrived. */
    public void received(byte[] from, int offset, int length) {
        frames.inbound().append(from, offset, length);
    }

    /** Takes what arrived without a copy; a message that is cut off at its end is put together in the store. */
    public void received(Bytes chunk) {
        frames.received(chunk);
    }

    /** Lets the source put bytes straight into the store; returns what the source returned. */
    public <X extends Exception> int receive(ByteSource<X> source) throws X {
        return frames.receive(source);
    }

    /** Drops everything that has arrived and was not read, the message that has begun included. */
    public void drop() {
        frames.drop();
    }

    /** Says that nothing more will arrive. */
    public void receivedEndOfStream() {
        frames.receivedEndOfStream();
    }

    /** Whether the stream has ended, and all its messages have been read. */
    public boolean exhausted() {
        return frames.exhausted();
    }

    /** How many bytes of the stream have been read as messages: where the next one begins. */
    public long consumed() {
        return frames.inbound().consumed();
    }

    /** How many bytes have arrived that have not been read as messages. */
    public int buffered() {
        return frames.inbound().buffered();
    }

    /** How many bytes have been looked at since the stream began, for whoever wants to know what framing costs. */
    public long work() {
        return frames.scanner().work();
    }

    /**
     * Reads the next message, if all of it has arrived. An ErrorResponse or NoticeResponse that the end of
     * the stream cut off counts as whole (section 3.13).
     *
     * @return whether {@link #message} has a new message; if not, more bytes are needed
     * @throws RemoteProtocolException if the bytes are no message, or one beyond the limits, or if the stream
     *     ended inside a message
     */
    public boolean next() {
        if (expected == Expected.RAW || !frames.next()) {
            return false;
        }
        if (!frames.row()) {
            follow(frames.message());
        }
        return true;
    }

    /**
     * Reads on to the next message that is no row, and shows the rows before it to the visitor, without making
     * an object of any.
     *
     * @return whether {@link #message} has a new message; if not, all rows that have arrived have been visited
     */
    public boolean next(RowVisitor visitor) {
        if (expected == Expected.MESSAGE) {
            rowView.showTo(visitor);
        }
        return next();
    }

    /**
     * Reads on to the next message that is no row, and hands the values of the rows before it to the sink in pieces, as
     * they arrive. The limits of values and messages do not count, as nothing is kept. Once a row has begun in this way
     * it has to be ended in it; meanwhile {@link #consumed} counts what was handed out.
     *
     * @return whether {@link #message} has a new message; if not, all that has arrived of rows has been handed out
     */
    public boolean next(ValueSink sink) {
        if (expected == Expected.MESSAGE) {
            frames.takeRows(sink);
        }
        return !frames.inPieces() && next();
    }

    /**
     * Reads on to the next message that is no CopyOutData, and hands the data before it to the sink where it lies,
     * without a copy. The sink must neither change the array nor call the decoder; what it throws is thrown, and only
     * the data it was called with is gone. From a server with {@link ServerQuirk#MESSAGES_INSIDE_COPY_OUT} data comes as
     * messages all the same.
     *
     * @return whether {@link #message} has a new message; if not, all data that has arrived has been handed out
     */
    public <X extends Exception> boolean next(ByteSink<X> sink) throws X {
        boolean data = expected == Expected.COPY_DATA && !messagesInsideCopy;
        return data ? frames.nextBehindData(sink) : next();
    }

    /** The message that the latest successful {@link #next} read. */
    public BackendMessage message() {
        return frames.message();
    }

    /** The next bytes as they are, if so many have arrived; legal where {@link Expected#RAW} is expected. */
    public Optional<Bytes> takeRaw(int count) {
        return expected == Expected.RAW ? frames.takeRaw(count) : Optional.empty();
    }

    /** The same without taking them. */
    public Optional<Bytes> peekRaw(int count) {
        return expected == Expected.RAW ? frames.peekRaw(count) : Optional.empty();
    }

    /** Chosen once, so that whoever declares nothing has no further step on the way to a format. */
    private IntFunction<Layout<? extends BackendMessage>> formatsWith(DeclaredRequests declared) {
        Format<Authentication> requests = AuthenticationFormat.with(declared);
        return first -> {
            Layout<? extends BackendMessage> format = formatOf(first);
            return format == AuthenticationFormat.FORMAT ? requests : format;
        };
    }

    private Layout<? extends BackendMessage> formatOf(int first) {
        return switch (expected) {
            case SSL_RESPONSE -> sslFormat(first);
            case COPY_DATA -> messagesInsideCopy ? CopyOutFormat.FORMAT_WITH_MESSAGES : CopyOutFormat.FORMAT;
            case LOGIN, MESSAGE, RAW -> taggedFormat(first);
        };
    }

    private Layout<? extends BackendMessage> sslFormat(int first) {
        return switch (first) {
            case SslResponse.ACCEPTED, SslResponse.REFUSED -> SslResponse.FORMAT;
            case 'E' -> ErrorResponse.FORMAT;
            default -> throw frames.malformed("SslResponse", "is 0x" + Integer.toHexString(first) + ", not S, N or E");
        };
    }

    private Layout<? extends BackendMessage> taggedFormat(int tag) {
        Layout<? extends BackendMessage> format = TaggedFormats.of(tag, frames);
        if (expected == Expected.LOGIN && !TaggedFormats.haveInLogin(tag)) {
            throw frames.malformed(format.name(), "is illegal before the login is over");
        }
        return format;
    }

    /** Rows are legal from a RowDescription to the end of its statement. */
    private void follow(BackendMessage message) {
        switch (message.kind()) {
            case ROW_DESCRIPTION ->
                frames.scanner()
                        .rows()
                        .columns(((RowDescription) message).columns().size());
            case COMPLETED_RESPONSE,
                    ERROR_RESPONSE,
                    EMPTY_QUERY_RESPONSE,
                    READY_FOR_QUERY,
                    COPY_IN_RESPONSE,
                    COPY_OUT_RESPONSE -> frames.scanner().rows().noColumns();
            default -> {}
        }
    }
}
