package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameDecoder;

/**
 * Turns the bytes of a client into messages, in whatever pieces they arrive. What comes next cannot be told
 * from the bytes alone: say with {@link #expect} what the server waits for.
 *
 * <p>After a {@link RemoteProtocolException} the stream is out of step for good. Not thread-safe.
 */
public final class FrontendDecoder {
    /** What a server may wait for. */
    public enum Expected {
        /** The first packet of a connection. */
        STARTUP_PACKET,
        /** The answer to a request for a password. */
        PASSWORD_PACKET,
        /** A message with a tag. */
        COMMAND
    }

    private final FrameDecoder<FrontendMessage> frames;
    private Expected expected = Expected.STARTUP_PACKET;

    /** A decoder at the beginning of a stream, which expects a StartupPacket. */
    public FrontendDecoder(ProtocolLimits limits) {
        frames = new FrameDecoder<>(limits, this::formatOf);
    }

    /** Says what the next message will be. */
    public void expect(Expected next) {
        expected = next;
    }

    /** Stores a copy of what arrived. */
    public void received(byte[] from, int offset, int length) {
        frames.inbound().append(from, offset, length);
    }

    /** Lets the source put bytes straight into the store; returns what the source returned. */
    public <X extends Exception> int receive(ByteSource<X> source) throws X {
        return frames.receive(source);
    }

    /** Says that nothing more will arrive. */
    public void receivedEndOfStream() {
        frames.receivedEndOfStream();
    }

    /**
     * Reads the next message, if all of it has arrived.
     *
     * @return whether {@link #message} has a new message; if not, more bytes are needed
     * @throws RemoteProtocolException if the bytes are not what is expected, or beyond the limits, or if the
     *     stream ended inside a message
     */
    public boolean next() {
        return frames.next();
    }

    /** The message that the latest successful {@link #next} read. */
    public FrontendMessage message() {
        return frames.message();
    }

    private Format<? extends FrontendMessage> formatOf(int tag) {
        return switch (expected) {
            case STARTUP_PACKET -> StartupPacket.FORMAT;
            case PASSWORD_PACKET -> PasswordPacket.FORMAT;
            case COMMAND -> command(tag);
        };
    }

    private Format<? extends FrontendMessage> command(int tag) {
        return switch (tag) {
            case 'Q' -> Query.FORMAT;
            case 'X' -> Terminate.FORMAT;
            default -> throw frames.malformed("Message", "no command begins with byte 0x" + Integer.toHexString(tag));
        };
    }
}
