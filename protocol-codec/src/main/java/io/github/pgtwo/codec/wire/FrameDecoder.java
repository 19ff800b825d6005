package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Takes messages off one direction of a stream, one at a time, each as soon as its last byte is there. What
 * the two directions have in common; which formats there are is the decoder's of each direction.
 */
public final class FrameDecoder<M> {
    private final Inbound inbound = new Inbound();
    private final FrameScanner scanner;
    private final FrameReader reader;
    private final IntFunction<Format<? extends M>> formatOf;
    private boolean inside;
    private boolean whole;
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
        reader = new FrameReader(scanner);
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
        if (!found()) {
            return false;
        }
        message = read();
        consume();
        return true;
    }

    /** Whether the end of the next message has been found; it is not read yet, and asking again costs nothing. */
    public boolean found() {
        if (whole) {
            return true;
        }
        if (!inside && !begin()) {
            return false;
        }
        scanner.resume(inbound);
        whole = format.shape().scan(scanner) || completeCutOff();
        return whole;
    }

    /** The format of the message that has begun. */
    public Format<? extends M> format() {
        return format;
    }

    /** Drops the message that was found. */
    public void consume() {
        inbound.consume(scanner.position());
        inside = false;
        whole = false;
    }

    /** Drops everything that has arrived, the message that has begun included. */
    public void drop() {
        inbound.consume(inbound.length());
        inside = false;
        whole = false;
    }

    /** The message that the latest successful {@link #next} read. */
    public M message() {
        if (message == null) {
            throw new LocalProtocolException("message()", "was called before next() returned true");
        }
        return message;
    }

    /** Takes bytes that are in no message, if so many have arrived. */
    public Optional<Bytes> takeRaw(int count) {
        Optional<Bytes> raw = peekRaw(count);
        raw.ifPresent(bytes -> inbound.consume(bytes.length()));
        return raw;
    }

    /** The same without taking them. */
    public Optional<Bytes> peekRaw(int count) {
        if (count < 0) {
            throw new LocalProtocolException("count", "of " + count + " bytes is negative");
        }
        return inbound.length() < count
                ? Optional.empty()
                : Optional.of(Bytes.copyOf(inbound.array(), inbound.start(), inbound.start() + count));
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

    /** What a message's own constructor refuses, the peer has got wrong. */
    private M read() {
        try {
            return format.reader().apply(reader.begin(inbound, format.tagLength()));
        } catch (LocalProtocolException e) {
            throw malformed(format.name(), String.valueOf(e.getMessage()));
        }
    }

    /** Some peers leave out the last NUL of an error text and close; what they said is worth having. */
    private boolean completeCutOff() {
        if (!ended) {
            return false;
        }
        if (!format.endsWithStream()) {
            throw RemoteProtocolException.atEnd(
                    format.name(), inbound.consumed(), "the stream ended inside the message");
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
