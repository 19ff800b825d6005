package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import java.util.function.IntFunction;

/**
 * Takes messages off one direction of a stream, one at a time, each as soon as its last byte is there. What
 * the two directions have in common; which formats there are is the decoder's of each direction.
 */
public final class FrameDecoder<M> {
    private final Inbound inbound = new Inbound();
    private final FrameReader reader = new FrameReader();
    private final FrameScanner scanner;
    private final IntFunction<Format<? extends M>> formatOf;
    private boolean inside;
    private boolean ended;

    @SuppressWarnings("NullAway.Init")
    private Format<? extends M> format;

    @SuppressWarnings("NullAway.Init")
    private M message;

    /**
     * A decoder at the beginning of a stream.
     *
     * @param formatOf finds the format by a message's first byte; throws what {@link #malformed} makes
     */
    public FrameDecoder(ProtocolLimits limits, IntFunction<Format<? extends M>> formatOf) {
        this.formatOf = formatOf;
        scanner = new FrameScanner(limits);
    }

    /** Where the context of the stream is set, such as the number of columns. */
    public FrameScanner scanner() {
        return scanner;
    }

    /** What has arrived. */
    public Inbound inbound() {
        return inbound;
    }

    /** Lets the source put bytes straight into the store; returns what the source returned. */
    public <X extends Exception> int receive(ByteSource<X> source) throws X {
        return inbound.fillFrom(source);
    }

    /** Says that nothing more will arrive. */
    public void receivedEndOfStream() {
        ended = true;
    }

    /** Whether the stream has ended and everything before the end has been taken. */
    public boolean exhausted() {
        return ended && inbound.length() == 0;
    }

    /** Reads the next message, if all of it has arrived. */
    public boolean next() {
        if (!inside && !begin()) {
            return false;
        }
        scanner.resume(inbound);
        if (!format.shape().scan(scanner) && !completeCutOff()) {
            return false;
        }
        message = format.reader().apply(reader.begin(inbound, scanner, format.tagLength()));
        inbound.consume(scanner.position());
        inside = false;
        return true;
    }

    /** The message that the latest successful {@link #next} read. */
    public M message() {
        if (message == null) {
            throw new LocalProtocolException("message()", "was called before next() returned true");
        }
        return message;
    }

    private boolean begin() {
        if (inbound.length() == 0) {
            return false;
        }
        format = formatOf.apply(inbound.array()[inbound.start()] & 0xff);
        scanner.begin(format.name(), format.tagLength());
        inside = true;
        return true;
    }

    /** Some peers leave out the last NUL of an error text and close; what they said is worth having. */
    private boolean completeCutOff() {
        if (!ended) {
            return false;
        }
        if (!format.endsWithStream()) {
            throw malformed(format.name(), "the stream ended inside the message");
        }
        inbound.append(new byte[1], 0, 1);
        scanner.resume(inbound);
        return format.shape().scan(scanner);
    }

    /** The error for a message that begins at the first byte not consumed. */
    public RemoteProtocolException malformed(String name, String problem) {
        return new RemoteProtocolException(name, "", inbound.consumed(), problem);
    }
}
