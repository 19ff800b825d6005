package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.RemoteProtocolException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Gives bytes to a decoder in one way, checks what must hold on the way, and keeps what came of it. */
abstract class DecoderRun {
    private static final int RAW_PIECE = 3;

    private final Heard heard = new Heard();
    private final byte[] wire;
    private final boolean ends;

    DecoderRun(byte[] wire, boolean ends) {
        this.wire = wire;
        this.ends = ends;
    }

    abstract void received(Bytes chunk);

    abstract void received(byte[] from, int offset, int length);

    abstract int receive(ByteSource<RuntimeException> source);

    abstract void receivedEndOfStream();

    /** Takes a message in this way, puts what was only shown into what was heard, and says what to expect next. */
    abstract boolean next(Feeding feeding);

    abstract Object message();

    abstract Optional<Bytes> takeRaw(int count);

    abstract Optional<Bytes> peekRaw(int count);

    abstract long consumed();

    abstract int buffered();

    abstract long work();

    /** Checks a message against the bytes that it was read from. */
    abstract void check(Object message, Bytes from);

    final Heard heard() {
        return heard;
    }

    final void play(Feeding feeding, Random cuts) {
        try {
            while (heard.arrived() < wire.length) {
                Feeding way = feeding.way(cuts);
                feed(way, way.piece(cuts, wire.length - heard.arrived()));
                takeAll(feeding);
            }
            if (ends) {
                receivedEndOfStream();
                takeAll(feeding);
            }
        } catch (RemoteProtocolException e) {
            Check.that(e.offset() >= 0 && e.offset() <= heard.arrived(), "an offset outside of the stream");
            heard.failed(e);
        }
        // a NUL may have been put in the place of one that was cut off
        Check.that(work() <= heard.arrived() + 1, "bytes were looked at twice");
        Check.that(buffered() <= heard.arrived() + 1, "more is stored than arrived");
    }

    private void feed(Feeding feeding, int length) {
        int at = heard.arrived();
        int count = length;
        if (feeding == Feeding.SOURCE) {
            count = receive((to, offset, room) -> {
                int put = Math.min(room, length);
                System.arraycopy(wire, at, to, offset, put);
                return put;
            });
        } else if (feeding == Feeding.LENT) {
            received(Bytes.wrap(wire, at, at + length));
        } else {
            received(wire, at, length);
        }
        heard.arrived(wire, at, count);
    }

    private void takeAll(Feeding feeding) {
        boolean more = true;
        while (more) {
            long begin = consumed();
            more = next(feeding);
            if (more) {
                heard.add(message());
                checkTaken(feeding, begin);
            } else {
                Optional<Bytes> peeked = peekRaw(RAW_PIECE);
                Optional<Bytes> raw = takeRaw(RAW_PIECE);
                Check.same(peeked, raw, "peeked");
                more = raw.isPresent();
                raw.ifPresent(heard::add);
            }
            long all = consumed() + buffered();
            Check.that(all == heard.arrived() || (ends && all == wire.length + 1L), "bytes were lost");
        }
    }

    /** In the other ways, there may have been something in front of the message. */
    private void checkTaken(Feeding feeding, long begin) {
        if (feeding != Feeding.VISITED && feeding != Feeding.VALUES && feeding != Feeding.DATA) {
            check(message(), slice(begin, consumed()));
        }
    }

    private Bytes slice(long from, long to) {
        return Bytes.wrap(Arrays.copyOfRange(wire, (int) from, (int) to));
    }
}
