package io.github.pgtwo.transport.unix;

import java.nio.ByteBuffer;

/** Memory that native calls can reach, allocated at its first use and used again and again. */
final class TransferBuffer {
    static final int CAPACITY = 32 * 1024;

    private ByteBuffer buffer = ByteBuffer.allocate(0);

    /** Empty, with room for so many bytes, or for as many as fit at all. */
    ByteBuffer cleared(int wanted) {
        if (buffer.capacity() == 0) {
            buffer = ByteBuffer.allocateDirect(CAPACITY);
        }
        return buffer.clear().limit(Math.min(wanted, CAPACITY));
    }
}
