package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameDecoder;
import io.github.pgtwo.codec.wire.Layout;
import io.github.pgtwo.codec.wire.Shape;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the bytes of a client into messages, in whatever pieces they arrive. What comes next cannot be told
 * from the bytes alone: say with {@link #expect} what the server waits for.
 *
 * <p>After a {@link RemoteProtocolException} the stream is out of step for good. Not thread-safe.
 */
public final class FrontendDecoder {
    /** What a server may wait for. */
    public enum Expected {
        /** The first packet of a connection: StartupPacket, SSLRequest, CancelRequest, or one of another version. */
        FIRST_PACKET,
        /** The answer to a request for a password. */
        PASSWORD_PACKET,
        /** A message with a tag. */
        COMMAND,
        /** Copy data up to its end. */
        COPY_DATA,
        /** Bytes of a dialogue outside of messages, to be taken with {@link #takeRaw}. */
        RAW,
        /** Nothing: it is not the client's turn. */
        NOTHING,
        /** Nothing any more: what arrives is dropped unread, as it can never be decoded. */
        NOTHING_MORE
    }

    private static final Format<FunctionCall> FUNCTION_CALL = FunctionCall.format();
    private static final Format<Query> QUERY = Query.format();
    private static final Format<Terminate> TERMINATE = Terminate.format();
    private static final Format<PasswordPacket> PASSWORD_PACKET = PasswordPacket.format();
    private static final Format<FrontendMessage> COPY_FORMAT =
            copyFormat(in -> in.copy().scan(in));
    private static final Format<FrontendMessage> UNESCAPED_COPY_FORMAT =
            copyFormat(in -> in.copy().scanUnescaped(in));

    private final FrameDecoder<FrontendMessage> frames;
    private final Format<FrontendMessage> copyFormat;
    private Expected expected = Expected.FIRST_PACKET;

    /** A decoder at the beginning of a stream, which expects the first packet, to a server without quirks. */
    public FrontendDecoder(ProtocolLimits limits) {
        this(limits, Set.of());
    }

    /** A decoder at the beginning of a stream to a server with these quirks. */
    public FrontendDecoder(ProtocolLimits limits, Set<ServerQuirk> quirks) {
        frames = new FrameDecoder<>(limits, this::formatOf);
        copyFormat = quirks.contains(ServerQuirk.COPY_IN_ENDS_INSIDE_LINE) ? UNESCAPED_COPY_FORMAT : COPY_FORMAT;
    }

    private static Format<FrontendMessage> copyFormat(Shape shape) {
        return new Format<>(
                "CopyInData",
                '\0',
                shape,
                in -> in.scanner().copy().ended() ? new CopyInDone() : new CopyInData(in.rest()));
    }

    /** Says what comes next. */
    public void expect(Expected next) {
        if (next != expected) {
            frames.contextChanged(next == Expected.COPY_DATA);
        }
        expected = next;
        dropUnreadable();
    }

    private void dropUnreadable() {
        if (expected == Expected.NOTHING_MORE) {
            frames.drop();
        }
    }

    /** Stores a copy of what arrived. */
    public void received(byte[] from, int offset, int length) {
        frames.inbound().append(from, offset, length);
        dropUnreadable();
    }

    /** Takes what arrived without a copy; a message that is cut off at its end is put together in the store. */
    public void received(Bytes chunk) {
        frames.received(chunk);
        dropUnreadable();
    }

    /** Lets the source put bytes straight into the store; returns what the source returned. */
    public <X extends Exception> int receive(ByteSource<X> source) throws X {
        int count = frames.receive(source);
        dropUnreadable();
        return count;
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

    /**
     * Reads the next message, if all of it has arrived and something is expected.
     *
     * @return whether {@link #message} has a new message; if not, more bytes are needed
     * @throws RemoteProtocolException if the bytes are not what is expected, or beyond the limits, or if the
     *     stream ended inside a message
     */
    public boolean next() {
        return switch (expected) {
            case NOTHING, NOTHING_MORE, RAW -> false;
            case FIRST_PACKET, PASSWORD_PACKET, COMMAND, COPY_DATA -> frames.next();
        };
    }

    /** The message that the latest successful {@link #next} read. */
    public FrontendMessage message() {
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

    private Layout<? extends FrontendMessage> formatOf(int tag) {
        return switch (expected) {
            case FIRST_PACKET -> FirstPacket.FORMAT;
            case PASSWORD_PACKET -> PASSWORD_PACKET;
            case COPY_DATA -> copyFormat;
            case COMMAND, RAW, NOTHING, NOTHING_MORE -> command(tag);
        };
    }

    private Layout<? extends FrontendMessage> command(int tag) {
        return switch (tag) {
            case 'F' -> FUNCTION_CALL;
            case 'Q' -> QUERY;
            case 'X' -> TERMINATE;
            default -> throw frames.malformed("Message", "no command begins with byte 0x" + Integer.toHexString(tag));
        };
    }
}
