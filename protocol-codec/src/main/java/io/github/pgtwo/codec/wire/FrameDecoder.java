package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.ValueSink;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Takes messages off one direction of a stream, one at a time, each as soon as its last byte is there. What
 * the two directions have in common; which formats there are is the decoder's of each direction.
 */
public final class FrameDecoder<M> {
    private final Inbound inbound = new Inbound();
    private final FrameScanner scanner;
    private final RowLane<M> rows;
    private final PieceLane pieces;
    private final MessageLane<M> messages;
    private final IntFunction<Layout<? extends M>> formatOf;
    private boolean inside;
    private boolean row;
    private boolean ended;

    @SuppressWarnings("NullAway.Init")
    private M message;

    /** Begins a stream; {@code formatOf} finds a format by a first byte, and throws what {@link #malformed} makes. */
    public FrameDecoder(ProtocolLimits limits, IntFunction<Layout<? extends M>> formatOf) {
        this.formatOf = formatOf;
        scanner = new FrameScanner(inbound, limits);
        rows = new RowLane<>(inbound, scanner.rows());
        pieces = new PieceLane(inbound, scanner);
        messages = new MessageLane<>(inbound, scanner);
    }

    /** Where the context of the stream is set, such as the number of columns. */
    public FrameScanner scanner() {
        return scanner;
    }

    /** What has arrived. */
    public Inbound inbound() {
        return inbound;
    }

    /** Takes what arrived without a copy. */
    public void received(Bytes chunk) {
        chunk.writeTo(inbound::lend);
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
        return ended && inbound.buffered() == 0 && !inPieces();
    }

    /** Reads the next message, if all of it has arrived. */
    public boolean next() {
        if (!inside && !begin()) {
            return false;
        }
        if (row) {
            return nextRow();
        }
        return (messages.scan() || completeCutOff()) && took(messages.read(), scanner.position());
    }

    /** Says that what a first byte means has changed, also that of a message of which only some has arrived. */
    public void contextChanged(boolean toCopyData) {
        row = false;
        inside = false;
        if (toCopyData) {
            scanner.copy().begin();
        }
    }

    /** Whether the message that {@link #next} reads or has read is a row. */
    public boolean row() {
        return row;
    }

    /** Shows one row after the other, where it lies in the store, as long as rows come and have arrived. */
    public void visitRows(RowPlace visitor) {
        while ((inside || begin()) && row) {
            int length = rows.walk();
            if (length == RowScanner.NOT_YET) {
                return;
            }
            inside = rows.visitAlike(visitor, length);
        }
    }

    /** Hands out the values of rows in pieces, as long as rows come and have arrived. */
    public void takeRows(ValueSink sink) {
        while ((inside || begin()) && row) {
            if (!pieces.walk(sink, rows.format().lengthBias())) {
                checkNotCutOff();
                return;
            }
            inside = false;
        }
    }

    /** Reads the end of copy data, if it has arrived, and hands the data before it to the sink where it lies. */
    public <X extends Exception> boolean nextBehindData(ByteSink<X> sink) throws X {
        while ((inside || begin()) && messages.scan()) {
            if (scanner.copy().ended()) {
                return took(messages.read(), scanner.position());
            }
            inside = false;
            messages.hand(sink);
        }
        return inside && completeCutOff();
    }

    /** Whether a row has been handed out in part. */
    public boolean inPieces() {
        return pieces.inside();
    }

    private boolean nextRow() {
        if (inPieces()) {
            throw new LocalProtocolException(layout().name(), "is being taken in pieces, which has to go on");
        }
        int length = rows.walk();
        return length == RowScanner.NOT_YET ? completeCutOff() : took(rows.read(length), length);
    }

    private boolean took(M read, int length) {
        message = read;
        inbound.consume(length);
        inside = false;
        return true;
    }

    /** The layout of the message that has begun. */
    public Layout<? extends M> layout() {
        return row ? rows.format() : messages.format();
    }

    /** Drops everything that has arrived, the message that has begun included. */
    public void drop() {
        inbound.drop();
        inside = false;
        pieces.leave();
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
        return inbound.has(count)
                ? Optional.of(Bytes.copyOf(inbound.array(), inbound.start(), inbound.start() + count))
                : Optional.empty();
    }

    private boolean begin() {
        if (inbound.length() == 0) {
            return false;
        }
        int first = inbound.array()[inbound.start()];
        if (!row || first != rows.format().tag()) {
            beginOther(formatOf.apply(first & 0xff));
        }
        scanner.rows().begin();
        inside = true;
        return true;
    }

    /** Begins a message that is not a row like the one before it. */
    private void beginOther(Layout<? extends M> other) {
        row = other instanceof RowFormat;
        if (other instanceof RowFormat<? extends M> found) {
            rows.format(found);
        } else if (other instanceof Format<? extends M> found) {
            messages.format(found);
        }
        scanner.begin(other.name(), other.tagLength());
    }

    /** Some peers leave out the last NUL of an error text and close; what they said is worth having. */
    private boolean completeCutOff() {
        if (!layout().endsWithStream()) {
            checkNotCutOff();
        }
        if (!ended) {
            return false;
        }
        inbound.append(new byte[1], 0, 1);
        return messages.scan();
    }

    private void checkNotCutOff() {
        if (ended) {
            long begun = inPieces() ? pieces.begun() : inbound.consumed();
            throw RemoteProtocolException.atEnd(layout().name(), begun, "the stream ended inside the message");
        }
    }

    /** The error for a message that begins at the first byte not consumed. */
    public RemoteProtocolException malformed(String name, String problem) {
        return new RemoteProtocolException(name, "", inbound.consumed(), problem);
    }
}
