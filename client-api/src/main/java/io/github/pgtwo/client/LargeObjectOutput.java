package io.github.pgtwo.client;

import java.io.OutputStream;

/** Writes a large object; wrap it in a buffer for small pieces. */
final class LargeObjectOutput extends OutputStream {
    private final LargeObject object;

    LargeObjectOutput(LargeObject object) {
        this.object = object;
    }

    @Override
    public void write(int value) {
        object.write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        object.write(from, offset, length);
    }
}
