package io.github.pgtwo.codec.wire;

import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.memory.ByteSearch;
import java.util.function.Supplier;

/** Takes messages that are no rows off the stream, as {@link RowLane} takes those that are. */
final class MessageLane<M> {
    private final Inbound inbound;
    private final FrameScanner scanner;
    private final FrameReader reader;
    private final Recurring<M> recurring = new Recurring<>();
    private final Supplier<M> make = this::make;

    @SuppressWarnings("NullAway.Init")
    private Format<? extends M> format;

    MessageLane(Inbound inbound, FrameScanner scanner) {
        this.inbound = inbound;
        this.scanner = scanner;
        reader = new FrameReader(inbound, scanner);
    }

    /** The format of the message that has begun. */
    Format<? extends M> format() {
        return format;
    }

    /** Sets the format of the message that begins. */
    void format(Format<? extends M> next) {
        format = next;
    }

    /** Walks on to the end of the message that has begun; whether all of it has arrived. */
    boolean scan() {
        do {
            if (format.shape().scan(scanner.resume())) {
                return true;
            }
        } while (inbound.pull());
        return false;
    }

    /** Makes the message that was walked, which is to be consumed. What its constructor refuses, the peer got wrong. */
    M read() {
        try {
            return format.recurs() ? recurring.read(format.tag(), inbound, scanner.position(), make) : make();
        } catch (LocalProtocolException e) {
            throw scanner.malformed("", 0, String.valueOf(e.getMessage()));
        }
    }

    private M make() {
        return format.reader().apply(reader.begin(format.tagLength()));
    }

    /** Consumes the copy data that was walked and hands it out where it lies, without making a message unless it is wrong. */
    <X extends Exception> void hand(ByteSink<X> sink) throws X {
        byte[] array = inbound.array();
        int offset = inbound.start();
        int length = scanner.position();
        if (ByteSearch.indexOf(array, offset, offset + length, 0) < offset + length) {
            read(); // which refuses it as always
        }
        inbound.consume(length); // first, as the sink may fail
        sink.write(array, offset, length);
    }
}
