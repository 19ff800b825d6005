package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.session.Phase;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;

/**
 * Plays a script to a session: a list of steps, each a byte for what to do and what it needs.
 *
 * @param <I> what the session receives
 * @param <O> what it sends
 */
abstract class SessionRun<I, O> {
    private final Heard heard = new Heard();
    private final Queue<Boolean> legal = new ArrayDeque<>();
    private final Script script;
    private final Feeding feeding;
    private final Random cuts;
    private boolean ended;

    SessionRun(Script script, Feeding feeding) {
        this.script = script;
        this.feeding = feeding;
        cuts = script.cuts();
    }

    abstract Phase phase();

    abstract int buffered();

    abstract void received(Bytes chunk);

    abstract void received(byte[] from, int offset, int length);

    abstract int receive(ByteSource<RuntimeException> source);

    abstract void receivedEndOfStream();

    abstract boolean next(Feeding taking);

    abstract I message();

    abstract Optional<Bytes> takeRaw(int count);

    abstract Optional<Bytes> peekRaw(int count);

    abstract void rawAuthenticationEnded();

    abstract O toSend(Script script);

    abstract I toReceive(Script script);

    abstract void send(O message, WireWriter out);

    abstract Bytes encode(I message);

    /** Tells whoever reads along; the message has been sent. */
    abstract void sent(O message, Bytes wire);

    /** Tells whoever reads along; the bytes have arrived but were not looked at. */
    abstract void arrived(byte[] piece);

    /** Tells whoever reads along; the message was taken. */
    abstract void taken(I message);

    /** Compares with whoever read along. */
    abstract void compare();

    final Heard heard() {
        return heard;
    }

    /** What was legal when the same script was played before: only that is sent again. */
    final void sendOnly(SessionRun<I, O> before) {
        legal.addAll(before.legal);
    }

    private boolean first() {
        return feeding == Feeding.WHOLE;
    }

    final void play() {
        try {
            while (script.more()) {
                step();
                compare();
            }
            if (script.ends()) {
                end();
                compare();
            }
        } catch (RemoteProtocolException e) {
            heard.failed(e);
            checkFailed(e);
            compare();
        }
        Check.that(buffered() <= heard.arrived() + 1, "more is stored than arrived");
    }

    private void step() {
        int choice = script.int8();
        switch (choice % 8) {
            case 0, 1, 2 -> feed(script.bytes(1 + choice / 8));
            case 3 -> feed(encode(toReceive(script)).toByteArray());
            case 4, 5 -> trySend(toSend(script));
            case 6 -> raw(choice / 8);
            default -> {
                // rarely, as little can happen afterwards
                if (choice > 240) {
                    end();
                }
            }
        }
    }

    private void raw(int count) {
        Optional<Bytes> peeked = peekRaw(count);
        Optional<Bytes> taken = takeRaw(count);
        Check.same(peeked, taken, "peeked");
        taken.ifPresent(heard::add);
        boolean inside = phase() == Phase.RAW_AUTHENTICATION;
        if (count % 2 == 1) {
            Check.that(inside == isLegal(this::rawAuthenticationEnded), "the end of raw bytes");
            takeAll();
        }
    }

    private void feed(byte[] bytes) {
        int at = 0;
        // what comes behind the end of a stream is no case
        while (at < bytes.length && !ended) {
            int length = feedPiece(bytes, at);
            heard.arrived(bytes, at, length);
            byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
            arrived(piece);
            takeAll();
            at += length;
        }
    }

    /** What stands right behind the answer that accepts TLS is no matter of pieces: it must not arrive with it. */
    private int feedPiece(byte[] bytes, int at) {
        boolean whole = phase() == Phase.SSL_ANSWER;
        Feeding way = whole ? Feeding.WHOLE : feeding.way(cuts);
        int length = way.piece(cuts, bytes.length - at);
        if (way == Feeding.LENT) {
            received(Bytes.wrap(bytes, at, at + length));
            return length;
        }
        if (way != Feeding.SOURCE) {
            received(bytes, at, length);
            return length;
        }
        return receive((to, offset, room) -> {
            int put = Math.min(room, length);
            System.arraycopy(bytes, at, to, offset, put);
            return put;
        });
    }

    private void takeAll() {
        while (next(feeding)) {
            heard.add(message());
            taken(message());
        }
    }

    private void end() {
        ended = true;
        receivedEndOfStream();
        takeAll();
    }

    /** What is refused changes nothing: the second time it is left out. */
    private void trySend(O message) {
        if (!first() && Boolean.FALSE.equals(legal.poll())) {
            return;
        }
        WireWriter out = new WireWriter(0);
        Phase before = phase();
        boolean sent = isLegal(() -> send(message, out));
        Check.that(sent || first(), feeding + " refuses what was legal: " + message);
        if (sent) {
            sent(message, out.take());
            takeAll();
        } else {
            Check.that(out.length() == 0 && phase() == before, "a refusal changed something");
        }
        if (first()) {
            legal.add(sent);
        }
    }

    private static boolean isLegal(Runnable call) {
        try {
            call.run();
            return true;
        } catch (LocalProtocolException e) {
            return false;
        }
    }

    private void checkFailed(RemoteProtocolException e) {
        Check.same(Phase.FAILED, phase(), "phase after an error");
        Check.that(ended || !e.endOfStream(), "an end before the end");
        Check.that(e.offset() >= 0 && e.offset() <= heard.arrived(), "an offset outside of the stream");
        Check.that(!isLegal(() -> next(feeding)), "next() after an error");
        Check.that(takeRaw(1).isEmpty() || phase() == Phase.FAILED, "raw bytes after an error");
    }
}
