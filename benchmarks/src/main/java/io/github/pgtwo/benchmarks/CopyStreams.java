package io.github.pgtwo.benchmarks;

import java.nio.charset.StandardCharsets;

/** Copy data as a server sends it. */
final class CopyStreams {
    private CopyStreams() {}

    /** One line, repeated for so many bytes. */
    static byte[] of(String line, int bytes) {
        byte[] one = line.getBytes(StandardCharsets.US_ASCII);
        byte[] stream = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            stream[i] = one[i % one.length];
        }
        return stream;
    }
}
