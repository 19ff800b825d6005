package io.github.pgtwo.client.type;

import static io.github.pgtwo.client.type.Formats.hex;
import static io.github.pgtwo.client.type.Formats.read;
import static io.github.pgtwo.client.type.Formats.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.codec.Bytes;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @Test
    void integersToTheirEdges() {
        Random random = new Random(4);
        List<Long> edges = List.of(0L, 1L, -1L, Long.MAX_VALUE, Long.MIN_VALUE, 999_999_999_999_999_999L);
        for (int i = 0; i < 10_000; i++) {
            long number = i < edges.size() ? edges.get(i) : random.nextLong() >> random.nextInt(Long.SIZE);
            assertThat(read(Types.INT8, Long.toString(number))).isEqualTo(number);
        }
        assertThat(read(Types.INT2, "-32768")).isEqualTo((short) -32768);
        assertThat(read(Types.INT4, "2147483647")).isEqualTo(Integer.MAX_VALUE);
        assertThat(read(Types.OID, "4294967295")).isEqualTo(4294967295L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                " 1",
                "1 ",
                "1.0",
                "1e3",
                "0x1",
                "--1",
                "9223372036854775808",
                "-9223372036854775809",
                "9999999999999999999",
                "18446744073709551617",
                "00000000000000000001",
                "١"
            })
    void whatIsNoInteger(String text) {
        assertThatThrownBy(() -> read(Types.INT8, text)).isInstanceOf(ValueException.class);
    }

    @Test
    void outOfTheRangeOfTheType() {
        assertThatThrownBy(() -> read(Types.INT2, "32768")).hasMessage("is out of range");
        assertThatThrownBy(() -> read(Types.INT4, "-2147483649")).hasMessage("is out of range");
        assertThatThrownBy(() -> read(Types.OID, "-1")).hasMessage("is out of range");
        assertThatThrownBy(() -> read(Types.OID, "4294967296")).hasMessage("is out of range");
    }

    @Test
    void bothByteOrders() {
        ValueFormat little = Formats.binary(703, ByteOrder.LITTLE_ENDIAN, TimestampFormat.FLOAT, 20);
        assertThat(Types.INT8.read(hex("cb04fb711f010000"), little)).isEqualTo(1234567890123L);
        assertThat(Types.INT8.read(hex("0000011f71fb04cb"), Formats.binary(20))).isEqualTo(1234567890123L);
        assertThat(Types.OID.read(hex("ffffffff"), Formats.binary(26))).isEqualTo(4294967295L);
        assertThat(Types.INT2.read(hex("fffe"), Formats.binary(21))).isEqualTo((short) -2);
        assertThat(Types.FLOAT4.read(hex("be800000"), Formats.binary(700))).isEqualTo(-0.25f);
        assertThat(Types.FLOAT8.read(hex("9c7500883ce437fe"), little.with(701, true)))
                .isEqualTo(-1e300);
    }

    @Test
    void aBinaryValueOfAnotherTypeIsNotTakenForANumber() {
        assertThatThrownBy(() -> Types.INT4.read(hex("3f800000"), Formats.binary(700)))
                .hasMessageContaining("OID 700, which is not read as int4");
        assertThatThrownBy(() -> Integers.reader(Formats.binary(700))).hasMessageContaining("OID 700, no integer");
        assertThatThrownBy(() -> Types.INT4.read(hex("0001"), Formats.binary(23)))
                .hasMessage("has 2 bytes instead of 4");
    }

    @Test
    void floatingPointNumbers() {
        assertThat(read(Types.FLOAT8, "1.7976931348623157e+308")).isEqualTo(Double.MAX_VALUE);
        assertThat(read(Types.FLOAT8, "4.9406564584124654e-324")).isEqualTo(Double.MIN_VALUE);
        assertThat(read(Types.FLOAT8, "-0")).isEqualTo(-0.0);
        assertThat(read(Types.FLOAT8, "NaN")).isNaN();
        assertThat(read(Types.FLOAT8, "-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(read(Types.FLOAT4, "Infinity")).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(read(Types.FLOAT4, "1e-45")).isEqualTo(Float.MIN_VALUE);
        // what a server up to 11 rounds its largest number to
        assertThatThrownBy(() -> read(Types.FLOAT8, "1.79769313486232e+308")).hasMessage("is out of range");
        assertThatThrownBy(() -> read(Types.FLOAT4, "1e39")).hasMessage("is out of range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1f", "0x1p3", " 1", "1.", ".5", "1e", "infinite", "+1"})
    void whatIsNoFloatingPointNumber(String text) {
        assertThatThrownBy(() -> read(Types.FLOAT8, text)).isInstanceOf(ValueException.class);
    }

    @Test
    void oldServersDoNotTellTheInfinitiesApart() {
        assertThatThrownBy(() -> Types.FLOAT8.read(Bytes.utf8("Infinity"), text(701, "ISO")))
                .hasMessageContaining("does not tell apart");
        assertThat(Types.FLOAT8.read(Bytes.utf8("Infinity"), text(702, "ISO"))).isInfinite();
    }

    @Test
    void numericsKeepTheirScale() {
        assertThat(read(Types.NUMERIC, "-12.50")).isEqualTo(new BigDecimal("-12.50"));
        assertThat(read(Types.NUMERIC, "0.00")).isEqualTo(new BigDecimal("0.00"));
        assertThat(Types.NUMERIC.read(hex("0002 0000 0000 0002 04d2 15e0"), Formats.binary(1700)))
                .isEqualTo(new BigDecimal("1234.56"));
        assertThat(Types.NUMERIC.read(hex("0001 ffff 4000 0002 01f4"), Formats.binary(1700)))
                .isEqualTo(new BigDecimal("-0.05"));
        assertThat(Types.NUMERIC.read(hex("0000 0000 0000 0003"), Formats.binary(1700)))
                .isEqualTo(new BigDecimal("0.000"));
        assertThat(Types.NUMERIC.read(hex("0001 0001 0000 0000 0001"), Formats.binary(1700)))
                .isEqualTo(new BigDecimal("10000"));
    }

    @Test
    void notANumber() {
        assertThatThrownBy(() -> read(Types.NUMERIC, "NaN")).hasMessageContaining("NUMERIC_OR_NAN");
        assertThat(read(Types.NUMERIC_OR_NAN, "NaN")).isEmpty();
        assertThat(read(Types.NUMERIC_OR_NAN, "1")).isEqualTo(Optional.of(BigDecimal.ONE));
        assertThat(Types.NUMERIC_OR_NAN.read(hex("0000 0000 c000 0000"), Formats.binary(1700)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1e5", "1.2.3", "1-2", "+1", " 1", "nan"})
    void whatIsNoNumeric(String text) {
        assertThatThrownBy(() -> read(Types.NUMERIC, text)).isInstanceOf(ValueException.class);
    }

    @Test
    void noMoreDigitsThanAServerCanHold() {
        String longest = "9".repeat(131072) + "." + "9".repeat(16383);
        assertThat(read(Types.NUMERIC, longest).precision()).isEqualTo(131072 + 16383);
        assertThatThrownBy(() -> read(Types.NUMERIC, longest + "99")).isInstanceOf(ValueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0001 0000 0000 0000",
                "0001 0000 0000 0000 2710",
                "0001 0000 0000 0000 ffff",
                "ffff 0000 0000 0000",
                "0000 0000 0001 0000",
                "0001 0000 0000 ffff 0001",
                "0001 ffff 0000 0001 04d2"
            })
    void whatIsNoBinaryNumeric(String digits) {
        assertThatThrownBy(() -> Types.NUMERIC.read(hex(digits), Formats.binary(1700)))
                .isInstanceOfAny(ValueException.class, ArithmeticException.class);
    }

    @Test
    void truthIsOneLetter() {
        assertThat(read(Types.BOOL, "t")).isTrue();
        assertThat(read(Types.BOOL, "f")).isFalse();
        assertThat(Types.BOOL.read(hex("01"), Formats.binary(16))).isTrue();
        assertThatThrownBy(() -> read(Types.BOOL, "true")).hasMessage("is no bool");
        assertThatThrownBy(() -> Types.BOOL.read(hex("02"), Formats.binary(16))).hasMessage("is no bool");
    }
}
