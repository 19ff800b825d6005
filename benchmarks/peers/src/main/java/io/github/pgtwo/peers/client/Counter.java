package io.github.pgtwo.peers.client;

import java.io.OutputStream;

/** Takes bytes and counts them. */
final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int single) {
        bytes++;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        bytes += length;
    }

    long bytes() {
        return bytes;
    }
}
