package io.github.pgtwo.peers.client;

import java.nio.charset.StandardCharsets;

/** What is copied in. */
final class Chunk {
    /** Lines of 64 bytes. */
    static final byte[] LINES = lines();

    private Chunk() {}

    private static byte[] lines() {
        StringBuilder lines = new StringBuilder(Work.CHUNK);
        for (int i = 0; i < Work.CHUNK / 64; i++) {
            lines.append(100_000 + i)
                    .append('\t')
                    .append("0123456789".repeat(6), 0, 56)
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
