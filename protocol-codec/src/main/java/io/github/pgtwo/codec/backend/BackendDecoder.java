package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameDecoder;
import java.util.List;

/**
 * Turns the bytes of a server into messages, in whatever pieces they arrive. It knows layouts and what they
 * depend on (rows need the RowDescription in force), not which message may come when.
 *
 * <p>After a {@link RemoteProtocolException} the stream is out of step for good. Not thread-safe.
 */
public final class BackendDecoder {
    private static final List<Format<? extends BackendMessage>> FORMATS = List.of(
            AsciiRow.FORMAT,
            AuthenticationFormat.FORMAT,
            BackendKeyData.FORMAT,
            BinaryRow.FORMAT,
            CompletedResponse.FORMAT,
            CopyInResponse.FORMAT,
            CopyOutResponse.FORMAT,
            CursorResponse.FORMAT,
            EmptyQueryResponse.FORMAT,
            ErrorResponse.FORMAT,
            NoticeResponse.FORMAT,
            NotificationResponse.FORMAT,
            ReadyForQuery.FORMAT,
            RowDescription.FORMAT);

    private static final Format<?>[] BY_TAG = new Format<?>[256];

    static {
        FORMATS.forEach(format -> BY_TAG[format.tag()] = format);
    }

    private final FrameDecoder<BackendMessage> frames;

    /** A decoder at the beginning of a stream. */
    public BackendDecoder(ProtocolLimits limits) {
        frames = new FrameDecoder<>(limits, this::formatOf);
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

    /** Whether the stream has ended, and all its messages have been read. */
    public boolean exhausted() {
        return frames.exhausted();
    }

    /** How many bytes of the stream have been read as messages: where the next one begins. */
    public long consumed() {
        return frames.inbound().consumed();
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
        if (!frames.next()) {
            return false;
        }
        follow(frames.message());
        return true;
    }

    /** The message that the latest successful {@link #next} read. */
    public BackendMessage message() {
        return frames.message();
    }

    @SuppressWarnings("unchecked") // filled from FORMATS alone
    private Format<? extends BackendMessage> formatOf(int tag) {
        Format<?> format = BY_TAG[tag];
        if (format == null) {
            throw frames.malformed("Message", "no message begins with byte 0x" + Integer.toHexString(tag));
        }
        return (Format<? extends BackendMessage>) format;
    }

    /** Rows are legal from a RowDescription to the end of its statement. */
    private void follow(BackendMessage message) {
        switch (message.kind()) {
            case ROW_DESCRIPTION ->
                frames.scanner().columns(((RowDescription) message).columns().size());
            case COMPLETED_RESPONSE, ERROR_RESPONSE, EMPTY_QUERY_RESPONSE, READY_FOR_QUERY ->
                frames.scanner().noColumns();
            default -> {}
        }
    }
}
