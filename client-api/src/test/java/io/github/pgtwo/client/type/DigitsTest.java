package io.github.pgtwo.client.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in the middle of a store, where what lies around them must not count. */
class DigitsTest {
    private final Random random = new Random(7);

    private static long read(String before, String number, String behind) {
        byte[] store = (before + number + behind).getBytes(StandardCharsets.ISO_8859_1);
        return Integers.TEXT.read(store, before.length(), number.length());
    }

    private String noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void numbersOfEachLengthAtEachPlace() {
        for (int i = 0; i < 200_000; i++) {
            long number = random.nextLong() >> random.nextInt(Long.SIZE);
            String before =
                    i % 2 == 0 ? noise(random.nextInt(20)) : "99999999999999999999".substring(random.nextInt(20));
            String behind = i % 3 == 0 ? "" : noise(random.nextInt(20));
            assertThat(read(before, Long.toString(number), behind)).isEqualTo(number);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 15, 16, 17, 19})
    void leadingZerosAndLargestNumbers(int digits) {
        String most = "9".repeat(Math.min(digits, 18));
        assertThat(read("12345678901234567890", most, "")).isEqualTo(Long.parseLong(most));
        assertThat(read("12345678901234567890", "-" + most, "9")).isEqualTo(-Long.parseLong(most));
        assertThat(read("12345678901234567890", "0".repeat(digits - 1) + "7", "8"))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 9, 12, 16, 17, 19})
    void anyByteThatIsNoDigitAtEachPlace(int digits) {
        for (int at = 0; at < digits; at++) {
            for (char wrong = 0; wrong < 256; wrong++) {
                if (Character.isDigit(wrong) || (at == 0 && wrong == '-' && digits > 1)) {
                    continue;
                }
                String text = "1".repeat(at) + wrong + "1".repeat(digits - at - 1);
                assertThatThrownBy(() -> read("1111111111111111", text, "1"))
                        .as("byte %d at %d", (int) wrong, at)
                        .isInstanceOf(ValueException.class)
                        .hasMessage(text.equals("-") ? "is no integer of at most 64 bits" : "is no integer");
            }
        }
    }
}
