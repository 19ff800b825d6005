package io.github.pgtwo.codec.roundtrip;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Cuts what goes over the wire at random places. */
final class Pieces {
    private Pieces() {}

    static void cut(Random random, Bytes wire, Consumer<Bytes> to) {
        int longest = 1 + random.nextInt(Math.max(wire.length(), 1));
        int at = 0;
        while (at < wire.length()) {
            // few pieces of what is long, so that thousands of messages stay affordable
            int length = Math.min(Math.max(1 + random.nextInt(longest), wire.length() / 50), wire.length() - at);
            to.accept(wire.slice(at, at + length));
            at += length;
        }
    }

    /** Feeds pieces and joins what can be taken after each, up to nothing. */
    static Bytes joined(Random random, Bytes wire, Consumer<Bytes> feed, Supplier<Bytes> take) {
        WireWriter joined = new WireWriter();
        cut(random, wire, piece -> {
            feed.accept(piece);
            for (Bytes taken = take.get(); !taken.isEmpty(); taken = take.get()) {
                joined.bytes(taken);
            }
        });
        return joined.take();
    }
}
