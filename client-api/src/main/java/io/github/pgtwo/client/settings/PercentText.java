package io.github.pgtwo.client.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text in which {@code %41} stands for a byte; a plus is a plus. */
final class PercentText {
    private static final int HEX = 16;

    private PercentText() {}

    /** Empty if a percent sign stands for nothing that can be meant, such as a NUL. */
    static Optional<String> decode(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                int value = i + 2 < bytes.length ? byteOf(bytes[i + 1], bytes[i + 2]) : 0;
                if (value == 0) {
                    return Optional.empty();
                }
                bytes[length++] = (byte) value;
                i += 2;
            } else {
                bytes[length++] = bytes[i];
            }
        }
        return text(ByteBuffer.wrap(bytes, 0, length));
    }

    /** 0 if these are no digits. */
    private static int byteOf(byte high, byte low) {
        int first = Character.digit(high, HEX);
        int second = Character.digit(low, HEX);
        return first < 0 || second < 0 ? 0 : first * HEX + second;
    }

    private static Optional<String> text(ByteBuffer bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
