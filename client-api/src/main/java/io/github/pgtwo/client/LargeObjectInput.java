package io.github.pgtwo.client;

import io.github.pgtwo.codec.Bytes;
import java.io.InputStream;
import java.util.Objects;

/** Reads a large object in pieces that are worth a question to the server. */
final class LargeObjectInput extends InputStream {
    private static final int PIECE = 1 << 16;

    private final LargeObject object;
    private Bytes piece = Bytes.EMPTY;
    private boolean ended;

    LargeObjectInput(LargeObject object) {
        this.object = object;
    }

    @Override
    public int read() {
        if (!fill(PIECE)) {
            return -1;
        }
        int value = piece.at(0) & 0xff;
        piece = piece.slice(1, piece.length());
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!fill(Math.max(length, PIECE))) {
            return -1;
        }
        int count = Math.min(length, piece.length());
        piece.slice(0, count).copyTo(into, offset);
        piece = piece.slice(count, piece.length());
        return count;
    }

    private boolean fill(int size) {
        if (piece.isEmpty() && !ended) {
            piece = object.read(size);
            ended = piece.isEmpty();
        }
        return !ended;
    }
}
