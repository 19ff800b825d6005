package io.github.pgtwo.codec.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The latest messages of formats that recur: the same bytes get the same record, and nothing is made. */
final class Recurring<M> {
    private static final int LONGEST = 4 << 10;

    private final List<Latest<M>> latest = new ArrayList<>();

    private static final class Latest<M> {
        private final char tag;
        private byte[] image = {};
        private int length;

        @SuppressWarnings("NullAway.Init")
        private M message;

        Latest(char tag) {
            this.tag = tag;
        }

        boolean is(byte[] array, int start, int count) {
            return count == length && Arrays.equals(image, 0, length, array, start, start + count);
        }

        void keep(byte[] array, int start, int count, M made) {
            if (image.length < count) {
                image = new byte[Math.max(count, 2 * image.length)];
            }
            System.arraycopy(array, start, image, 0, count);
            length = count;
            message = made;
        }
    }

    /** The record of the message that lies there. */
    M read(char tag, Inbound inbound, int count, Supplier<? extends M> reader) {
        if (count > LONGEST) {
            return reader.get();
        }
        Latest<M> last = latest(tag);
        if (!last.is(inbound.array(), inbound.start(), count)) {
            last.keep(inbound.array(), inbound.start(), count, reader.get());
        }
        return last.message;
    }

    private Latest<M> latest(char tag) {
        for (int i = 0; i < latest.size(); i++) {
            if (latest.get(i).tag == tag) {
                return latest.get(i);
            }
        }
        latest.add(new Latest<>(tag));
        return latest.get(latest.size() - 1);
    }
}
