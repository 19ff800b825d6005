package io.github.pgtwo.codec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A row is walked alike whether it lies there with others behind it or comes byte by byte. */
class RowScannerTest {
    private static final int[] ABSURD = {Integer.MIN_VALUE, -1, 0, 3, 4, 5, 1 << 20, 1 << 29, Integer.MAX_VALUE};

    @Test
    void wholeAndByteByByteAgree() {
        Random random = new Random(6543);
        Set<String> outcomes = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            int columns = random.nextInt(70);
            byte[] row = row(columns, random);
            int lengthBias = random.nextBoolean() ? 4 : 0;
            String whole = walk(row, columns, lengthBias, row.length);
            assertThat(walk(row, columns, lengthBias, 1)).isEqualTo(whole);
            outcomes.add(whole.replaceAll("\\d+.*", ""));
        }
        assertThat(outcomes).hasSizeGreaterThan(2);
    }

    /** Now and then a length is absurd, and the row may break off. */
    private static byte[] row(int columns, Random random) {
        ByteBuffer row = ByteBuffer.allocate(2000);
        byte[] bitmap = new byte[(columns + 7) / 8];
        random.nextBytes(bitmap);
        row.put((byte) 'D').put(bitmap);
        for (int column = 0; column < columns; column++) {
            int length = random.nextInt(20);
            boolean absurd = random.nextInt(50) == 0;
            row.putInt(absurd ? ABSURD[random.nextInt(ABSURD.length)] : length + 4)
                    .put(new byte[length]);
        }
        return Arrays.copyOf(row.array(), random.nextBoolean() ? row.position() : random.nextInt(row.position()) + 1);
    }

    /** What comes of it: error, or place and ends. */
    private static String walk(byte[] row, int columns, int lengthBias, int piece) {
        RowFormat<String> format = new RowFormat<>("Row", 'D', lengthBias, (image, ends) -> Arrays.toString(ends));
        FrameDecoder<String> decoder = new FrameDecoder<>(ProtocolLimits.DEFAULT, tag -> format);
        decoder.scanner().rows().columns(columns);
        try {
            for (int at = 0; at < row.length; at += piece) {
                decoder.inbound().append(row, at, piece);
                if (decoder.next()) {
                    return "row of " + decoder.inbound().consumed() + decoder.message();
                }
            }
        } catch (RemoteProtocolException e) {
            return e.getMessage();
        }
        return "open at " + decoder.scanner().rows().position() + ", looked at "
                + decoder.scanner().work();
    }
}
