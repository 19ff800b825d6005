package io.github.pgtwo.client.type;

import static io.github.pgtwo.client.type.Formats.hex;
import static io.github.pgtwo.client.type.Formats.read;
import static io.github.pgtwo.client.type.Formats.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.codec.Bytes;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {
    @ParameterizedTest
    @CsvSource({
        "1 year 2 mons 3 days 04:05:06.7, 14, 3, 14706700000",
        "-1 years -2 mons +3 days -04:05:06, -14, 3, -14706000000",
        "1 day, 0, 1, 0",
        "1 day 02:00, 0, 1, 7200000000",
        "00:00:00, 0, 0, 0",
        "-00:00:00.5, 0, 0, -500000",
        "@ 1 year 2 mons 3 days 4 hours 5 mins 6.7 secs, 14, 3, 14706700000",
        "@ 1 year 2 mons -3 days 4 hours ago, -14, 3, -14400000000",
        "@ 1 day 2 hours 3 mins 4 secs, 0, 1, 7384000000",
        "@ 0.5 secs ago, 0, 0, -500000",
        "@ 0, 0, 0, 0",
        "1-2, 14, 0, 0",
        "-1-2, -14, 0, 0",
        "3 4:05:06, 0, 3, 14706000000",
        "-3 4:05:06, 0, -3, -14706000000",
        "-4:05:06.7, 0, 0, -14706700000",
        "+1-2 -3 +4:05:06, 14, -3, 14706000000",
        "+0-0 +1 -1:00:00, 0, 1, -3600000000",
        "0, 0, 0, 0",
        "P1Y2M3DT4H5M6.7S, 14, 3, 14706700000",
        "P-1Y-2M3DT-4H-5M-6S, -14, 3, -14706000000",
        "PT0S, 0, 0, 0",
        "PT-0.000001S, 0, 0, -1",
        "@ 2562047788 hours 54.775808 secs ago, 0, 0, -9223372036854775808",
        "-2562047788:00:54.775808, 0, 0, -9223372036854775808",
        "-178000000 years, -2136000000, 0, 0"
    })
    void everyStyle(String text, int months, int days, long micros) {
        assertThat(read(Types.INTERVAL, text)).isEqualTo(new PgInterval(months, days, micros));
    }

    @ParameterizedTest
    @CsvSource({
        "1 02:00, 0, 1, 7200000000",
        "1 02:03:04 ago, 0, -1, -7384000000",
        "1 year 2 mons 00:00, 14, 0, 0",
        "1 year 2 mons 3 04:05:06.50, 14, 3, 14706500000",
        "00:00:05.25 ago, 0, 0, -5250000",
        "00:000, 0, 0, 0"
    })
    void theOldestIsoStyle(String text, int months, int days, long micros) {
        assertThat(Types.INTERVAL.read(Bytes.utf8(text), text(700, "ISO")))
                .isEqualTo(new PgInterval(months, days, micros));
    }

    @Test
    void signsThatTheOldestServersHide() {
        assertThatThrownBy(() -> Types.INTERVAL.read(Bytes.utf8("1 mon 1 00:00 ago"), text(700, "ISO")))
                .hasMessageContaining("does not tell");
        assertThatThrownBy(() -> Types.INTERVAL.read(Bytes.utf8("@ 1 mon 1 day ago"), text(604, "Postgres")))
                .hasMessageContaining("does not tell");
        assertThat(read(Types.INTERVAL, "@ 1 mon 1 day ago")).isEqualTo(new PgInterval(-1, -1, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "@ ",
                "1",
                "1 ",
                "ago",
                "@ 1",
                "1.5 days",
                "1 fortnight",
                "1 day 2",
                "04:5:06",
                "04:60:00",
                "04:05:06.1234567",
                "1 day ago ago",
                "P",
                "P1",
                "PT",
                "P1H",
                "PT1D",
                "P0.5D",
                "1 day  02:00:00",
                "9999999999 years",
                "999999999999999999 hours",
                "1-2-3"
            })
    void whatIsNoInterval(String text) {
        assertThatThrownBy(() -> read(Types.INTERVAL, text))
                .isInstanceOfAny(ValueException.class, ArithmeticException.class);
    }

    @Test
    void binaryLayouts() {
        PgInterval expected = new PgInterval(14, 0, 7_384_500_000L);
        assertThat(Types.INTERVAL.read(hex("00000001b8241c20 00000003 0000000e"), Formats.binary(1186)))
                .isEqualTo(new PgInterval(14, 3, 7_384_341_536L));
        assertThat(Types.INTERVAL.read(
                        hex("000000008 0d8bc40 0e000000"),
                        Formats.binary(703, ByteOrder.LITTLE_ENDIAN, TimestampFormat.FLOAT, 1186)))
                .isEqualTo(expected);
        assertThat(Types.INTERVAL.read(
                        hex("40bcd88000000000 0000000e"),
                        Formats.binary(800, ByteOrder.BIG_ENDIAN, TimestampFormat.FLOAT, 1186)))
                .isEqualTo(expected);
        assertThatThrownBy(() -> Types.INTERVAL.read(hex("40bcd88000000000 0000000e"), Formats.binary(1186)))
                .hasMessage("has 12 bytes instead of 16");
    }

    @Test
    void asValuesOfJava() {
        PgInterval interval = new PgInterval(-14, 3, -4_500_000);
        assertThat(interval.period()).isEqualTo(Period.of(-1, -2, 3));
        assertThat(interval.time()).isEqualTo(Duration.ofMillis(-4500));
        assertThat(interval).hasToString("P-1Y-2M3DT-4.5S");
        assertThat(new PgInterval(0, 0, 0)).hasToString("PT0S");
        assertThat(new PgInterval(0, 0, 1)).hasToString("PT0.000001S");
        assertThat(new PgInterval(1, 0, 0)).hasToString("P1M");
    }
}
