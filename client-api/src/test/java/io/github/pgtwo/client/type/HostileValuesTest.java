package io.github.pgtwo.client.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.codec.Bytes;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a server says, a value comes out, or one of the errors that rows tell with their column. */
class HostileValuesTest {
    private static final int ROUNDS = 4_000;
    private static final String[] SEEDS = {
        "2001-02-03 04:05:06.5+00 BC",
        "Sat Feb 03 04:05:06 2001 UTC",
        "-1 years +2 mons 3 04:05:06 ago",
        "P1Y2DT3.5S",
        "[0:1]={{\"a\\\"b\",NULL},{c,d}}",
        "-123.45e+6",
        "::ffff:1.2.3.4/128",
        "08:00:2b:01:02:03",
        "\\x00ff\\\\\\001",
        "infinity",
        "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
        "24:00:00-08:30"
    };

    private final Random random = new Random(6);
    private int read;

    @Test
    void randomBytes() {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(24)];
            random.nextBytes(bytes);
            for (int at = 0; random.nextBoolean() && at < bytes.length; at++) {
                bytes[at] = (byte) random.nextInt(3);
            }
            tryAll(Bytes.wrap(bytes), true);
        }
        assertThat(read).isPositive();
    }

    @Test
    void disturbedTexts() {
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder(SEEDS[random.nextInt(SEEDS.length)]);
            for (int change = random.nextInt(4); change > 0 && text.length() > 0; change--) {
                int at = random.nextInt(text.length());
                String other = SEEDS[random.nextInt(SEEDS.length)];
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.setCharAt(at, other.charAt(random.nextInt(other.length())));
                    default -> text.insert(at, other.charAt(random.nextInt(other.length())));
                }
            }
            tryAll(Bytes.utf8(text.toString()), false);
        }
        assertThat(read).isGreaterThan(ROUNDS);
    }

    private void tryAll(Bytes value, boolean binary) {
        int release = List.of(604, 701, 703, 704, 800, 903, 1300).get(random.nextInt(7));
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        TimestampFormat times = List.of(TimestampFormat.values()).get(random.nextInt(3));
        for (Map.Entry<Integer, ValueType<?>> type : all()) {
            ValueFormat format = Formats.binary(release, order, times, type.getKey());
            try {
                type.getValue().read(value, binary ? format : format.with(type.getKey(), false));
                read++;
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    private static List<Map.Entry<Integer, ValueType<?>>> all() {
        return new ArrayList<>(StandardTypes.all().entrySet());
    }

    /** Work grows with the value, and not faster. */
    @Test
    void manyElements() {
        String elements = "\"a\\\"b\",".repeat(200_000);
        assertThat(Formats.read(Types.TEXT.array(), "{" + elements + "x}").elements())
                .hasSize(200_001);
    }
}
