package io.github.pgtwo.client.type;

import static io.github.pgtwo.client.type.Formats.hex;
import static io.github.pgtwo.client.type.Formats.read;
import static io.github.pgtwo.client.type.Formats.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.codec.Bytes;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {
    @ParameterizedTest
    @CsvSource({
        "'ISO, MDY', 1999-12-31",
        "'ISO, MDY', 31.12.1999",
        "'SQL, MDY', 12/31/1999",
        "'SQL, YMD', 12/31/1999",
        "'SQL, DMY', 31/12/1999",
        "'Postgres, MDY', 12-31-1999",
        "'Postgres, DMY', 31-12-1999",
        "'Postgres, DMY', 1999-12-31",
        "SQL with US (NonEuropean) conventions, 12/31/1999",
        "Postgres with European conventions, 31-12-1999",
        "German, 31.12.1999"
    })
    void datesInEveryStyle(String style, String date) {
        for (int release : new int[] {604, 703, 1300}) {
            assertThat(Types.DATE.read(Bytes.utf8(date), text(release, style))).isEqualTo("1999-12-31");
            assertThat(Types.DATE.read(Bytes.utf8(date.replace("1999", "0044") + " BC"), text(release, style)))
                    .isEqualTo("-0043-12-31");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'ISO, MDY', 1999-12-31 23:59:59.5",
        "'SQL, MDY', 12/31/1999 23:59:59.50",
        "'SQL, DMY', 31/12/1999 23:59:59.5",
        "'Postgres, MDY', Fri Dec 31 23:59:59.50 1999",
        "ISO, Fri 31 Dec 23:59:59.5000000000 1999",
        "German, 31.12.1999 23:59:59.5"
    })
    void timestampsInEveryStyle(String style, String timestamp) {
        LocalDateTime expected = LocalDateTime.of(1999, 12, 31, 23, 59, 59, 500_000_000);
        assertThat(Types.TIMESTAMP.read(Bytes.utf8(timestamp), text(1300, style)))
                .isEqualTo(expected);
        assertThat(Types.TIMESTAMP.read(Bytes.utf8(timestamp + " BC"), text(1300, style)))
                .isEqualTo(expected.withYear(-1998));
        for (String zone : new String[] {" GMT", " UTC", " UTC BC", " BC UTC"}) {
            OffsetDateTime read = Types.TIMESTAMPTZ.read(Bytes.utf8(timestamp + zone), text(703, style));
            assertThat(read).isEqualTo(expected.withYear(zone.contains("BC") ? -1998 : 1999) + "Z");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2001-02-03 04:05:06+00, 2001-02-03T04:05:06Z",
        "2001-02-03 04:05:06.123456-08, 2001-02-03T04:05:06.123456-08:00",
        "2001-02-03 04:05:06+05:45, 2001-02-03T04:05:06+05:45",
        "1880-01-01 00:00:00+00:53:28, 1880-01-01T00:00:00+00:53:28",
        "0044-03-15 12:00:00+00 BC, -0043-03-15T12:00:00Z",
        "0044-03-15 12:00:00 BC+00, -0043-03-15T12:00:00Z",
        "294276-12-31 23:59:59.999999+00, +294276-12-31T23:59:59.999999Z",
        "4714-11-24 00:00:00+00 BC, -4713-11-24T00:00:00Z",
        "1998-12-31 23:59:60+00, 1999-01-01T00:00:00Z",
        "Sat Feb 03 04:05:06 2001 -03, 2001-02-03T04:05:06-03:00",
        "epoch, 1970-01-01T00:00:00Z"
    })
    void momentsWithTheirOffset(String text, OffsetDateTime expected) {
        assertThat(read(Types.TIMESTAMPTZ, text)).isEqualTo(expected).hasToString(expected.toString());
        assertThat(read(Types.INSTANT, text)).isEqualTo(expected.toInstant());
        assertThat(read(Types.ABSTIME, text)).isEqualTo(expected);
    }

    @Test
    void abbreviationsNeedTheZoneOfTheSession() {
        ValueFormat nowhere = text(1300, "SQL, DMY");
        ValueFormat berlin = nowhere.withSessionZone(ZoneId.of("Europe/Berlin"));
        assertThatThrownBy(() -> Types.INSTANT.read(Bytes.utf8("25/10/2020 02:30:00 CET"), nowhere))
                .hasMessageContaining("sessionZone");
        assertThat(Types.INSTANT.read(Bytes.utf8("25/10/2020 02:30:00 CEST"), berlin))
                .isEqualTo("2020-10-25T00:30:00Z");
        assertThat(Types.INSTANT.read(Bytes.utf8("25/10/2020 02:30:00 CET"), berlin))
                .isEqualTo("2020-10-25T01:30:00Z");
        assertThatThrownBy(() -> Types.INSTANT.read(Bytes.utf8("25/07/2020 02:30:00 CET"), berlin))
                .hasMessageContaining("not Europe/Berlin at that time");
        assertThatThrownBy(() -> Types.INSTANT.read(Bytes.utf8("25/07/2020 02:30:00 EST"), berlin))
                .hasMessageContaining("not Europe/Berlin at that time");
    }

    /** Moscow went from four hours to three, and called both by the same name. */
    @Test
    void anAbbreviationOfTwoOffsetsIsNotGuessed() {
        ValueFormat moscow = text(1300, "SQL, DMY").withSessionZone(ZoneId.of("Europe/Moscow"));
        assertThat(Types.INSTANT.read(Bytes.utf8("26/10/2014 00:30:00 MSK"), moscow))
                .isEqualTo("2014-10-25T20:30:00Z");
        assertThat(Types.INSTANT.read(Bytes.utf8("26/10/2014 02:30:00 MSK"), moscow))
                .isEqualTo("2014-10-25T23:30:00Z");
        assertThatThrownBy(() -> Types.INSTANT.read(Bytes.utf8("26/10/2014 01:30:00 MSK"), moscow))
                .hasMessageContaining("two offsets of Europe/Moscow");
    }

    @Test
    void theOrderOfMonthAndDayIsNotGuessed() {
        for (String style : new String[] {"ISO, MDY", "SQL", "", "Postgres", "German, DMY"}) {
            assertThatThrownBy(() -> Types.DATE.read(Bytes.utf8("01/02/2003"), text(1300, style)))
                    .hasMessageContaining("month or its day first");
        }
    }

    @Test
    void infinities() {
        assertThat(read(Types.DATE_OR_INFINITY, "-infinity")).isEqualTo(OrInfinity.infinite(true));
        assertThat(read(Types.TIMESTAMP_OR_INFINITY, "infinity")).hasToString("infinity");
        assertThat(read(Types.DATE_OR_INFINITY, "2001-02-03")).isEqualTo(OrInfinity.of(LocalDate.of(2001, 2, 3)));
        assertThatThrownBy(() -> read(Types.DATE, "infinity")).hasMessageContaining("_OR_INFINITY");
        assertThat(Types.TIMESTAMP_OR_INFINITY.read(hex("7fffffffffffffff"), Formats.binary(1114)))
                .isEqualTo(OrInfinity.infinite(false));
        assertThat(Types.DATE_OR_INFINITY.read(hex("80000000"), Formats.binary(1082)))
                .isEqualTo(OrInfinity.infinite(true));
        ValueFormat floats = Formats.binary(703, ByteOrder.BIG_ENDIAN, TimestampFormat.FLOAT, 1184);
        assertThat(Types.TIMESTAMPTZ_OR_INFINITY.read(hex("fff0000000000000"), floats))
                .isEqualTo(OrInfinity.infinite(true));
        assertThat(Types.ABSTIME_OR_INFINITY.read(hex("7ffffffc"), Formats.binary(702)))
                .isEqualTo(OrInfinity.infinite(false));
    }

    @Test
    void wordsThatAreNoFixedTime() {
        for (String word : new String[] {"current", "invalid"}) {
            assertThatThrownBy(() -> read(Types.TIMESTAMPTZ_OR_INFINITY, word)).hasMessageContaining("no fixed time");
        }
        ValueFormat floats = Formats.binary(701, ByteOrder.BIG_ENDIAN, TimestampFormat.FLOAT, 1184);
        for (String reserved : new String[] {"7ff8000000000000", "0010000000000000", "8010000000000000"}) {
            assertThatThrownBy(() -> Types.TIMESTAMPTZ.read(hex(reserved), floats))
                    .hasMessageContaining("no fixed time");
        }
        assertThatThrownBy(() -> Types.ABSTIME.read(hex("7ffffffe"), Formats.binary(702)))
                .hasMessageContaining("no fixed time");
    }

    @Test
    void timesOfDay() {
        assertThat(read(Types.TIME, "04:05:06.123456")).isEqualTo(LocalTime.of(4, 5, 6, 123_456_000));
        assertThat(read(Types.TIMETZ, "04:05:06-08:30")).isEqualTo(OffsetTime.parse("04:05:06-08:30"));
        assertThat(read(Types.TIME_OF_DAY, "24:00:00")).isEqualTo(new PgTime(Duration.ofDays(1), Optional.empty()));
        assertThat(read(Types.TIME_OF_DAY, "23:59:60.00").sinceMidnight()).isEqualTo(Duration.ofDays(1));
        assertThatThrownBy(() -> read(Types.TIME, "24:00:00")).hasMessageContaining("TIME_OF_DAY");
        assertThatThrownBy(() -> read(Types.TIME_OF_DAY, "24:00:01")).isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> read(Types.TIMETZ, "04:05:06")).hasMessageContaining("offset");
        assertThatThrownBy(() -> read(Types.TIME, "04:05:06-08:30")).hasMessageContaining("would be lost");
        assertThatThrownBy(() -> Types.TIME.read(hex("0000000000000000 00007080"), Formats.binary(1266)))
                .hasMessageContaining("would be lost");
        assertThatThrownBy(() -> read(Types.TIME, "04:05:06.1234567891")).hasMessageContaining("finer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2001-02-03",
                "2001-02-03 04:05",
                "2001-02-03 04:05:06+00",
                "2001-02-03 04:05:06 UTC",
                "2001-02-03  04:05:06",
                "2001-02-03T04:05:06",
                "2001-02-03 04:05:06 BC BC",
                "0000-02-03 04:05:06",
                "2001-13-03 04:05:06",
                "2001-02-29 04:05:06",
                "2001-02-03 25:05:06",
                "2001-02-03 04:05:61",
                "2001-02-03 04:05:06.",
                "12345678-02-03 04:05:06",
                "Sat Foo 03 04:05:06 2001",
                "Sat Feb 03 04:05:06 01"
            })
    void whatIsNoTimestamp(String text) {
        assertThatThrownBy(() -> read(Types.TIMESTAMP, text))
                .isInstanceOfAny(ValueException.class, DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2001-02-03 04:05:06",
                "2001-02-03 04:05:06+00+00",
                "2001-02-03 04:05:06+0",
                "2001-02-03 04:05:06+19",
                "2001-02-03 04:05:06UTC",
                "2001-02-03 04:05:06 UTC UTC"
            })
    void whatIsNoTimestampWithZone(String text) {
        assertThatThrownBy(() -> read(Types.TIMESTAMPTZ, text))
                .isInstanceOfAny(ValueException.class, DateTimeException.class);
    }

    @Test
    void oldServersAreInUtcWhereTheyKnowNoZones() {
        assertThat(Types.INSTANT.read(Bytes.utf8("1850-06-01 12:00:00"), text(704, "ISO")))
                .isEqualTo(Instant.parse("1850-06-01T12:00:00Z"));
        assertThatThrownBy(() -> Types.INSTANT.read(Bytes.utf8("1950-06-01 12:00:00"), text(704, "ISO")))
                .hasMessage("has no time zone");
        assertThatThrownBy(() -> Types.INSTANT.read(Bytes.utf8("1850-06-01 12:00:00"), text(800, "ISO")))
                .hasMessage("has no time zone");
    }

    @Test
    void whatOldServersLeaveOutOfTimesBeforeChristIsNotMadeUp() {
        for (String text : new String[] {"0044-03-15 12:30 BC", "0044-03-15 BC", "Wed Mar 15 12:30 0044 BC"}) {
            assertThatThrownBy(() -> Types.TIMESTAMP.read(Bytes.utf8(text), text(702, "ISO")))
                    .isInstanceOf(ValueException.class);
        }
    }

    @Test
    void whetherTimesAreIntegersMustBeKnown() {
        ValueFormat unknown = Formats.binary(704, ByteOrder.BIG_ENDIAN, TimestampFormat.UNKNOWN, 1114);
        assertThatThrownBy(() -> Types.TIMESTAMP.read(hex("0000000000000000"), unknown))
                .hasMessageContaining("serverProfile");
    }
}
