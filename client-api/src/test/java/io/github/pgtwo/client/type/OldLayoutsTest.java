package io.github.pgtwo.client.type;

import static io.github.pgtwo.client.type.Formats.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.profile.TimestampFormat;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Binary values of all generations of servers, on machines of both byte orders, built both ways (section 12.4). */
class OldLayoutsTest {
    @ParameterizedTest
    @CsvSource({
        "703, BIG_ENDIAN, FLOAT, 1184, 418071ff90000000, 2001-02-03T04:05:06Z",
        "604, LITTLE_ENDIAN, FLOAT, 1184, 00000090ff718041, 2001-02-03T04:05:06Z",
        "703, LITTLE_ENDIAN, INTEGER, 1114, 81603aef5d1f0000, 2001-02-03T04:05:06.000001",
        "802, BIG_ENDIAN, INTEGER, 1114, 00001f5def3a6081, 2001-02-03T04:05:06.000001",
        "802, BIG_ENDIAN, FLOAT, 1114, bfe0000000000000, 1999-12-31T23:59:59.500",
        "802, BIG_ENDIAN, FLOAT, 1114, 418071ff90cccccd, 2001-02-03T04:05:06.100",
        "703, LITTLE_ENDIAN, FLOAT, 1114, 0000007fc3632dc2, 0000-01-01T00:00",
        "604, BIG_ENDIAN, FLOAT, 1296, 3a7b8372, 2001-02-03T04:05:06Z",
        "604, LITTLE_ENDIAN, FLOAT, 1296, ffffffff, 1969-12-31T23:59:59Z",
        "703, LITTLE_ENDIAN, UNKNOWN, 1082, ffffffff, 1999-12-31",
        "703, BIG_ENDIAN, UNKNOWN, 1082, fff4da8a, -0001-12-31",
        "703, LITTLE_ENDIAN, FLOAT, 1083, 0000000020b9cc40, 04:05:06.250",
        "703, LITTLE_ENDIAN, INTEGER, 1083, 10918f6c03000000, 04:05:06.250",
        "703, LITTLE_ENDIAN, FLOAT, 1266, 0000000040b9cc4080700000, 04:05:06.500-08:00",
        "800, BIG_ENDIAN, FLOAT, 1266, 40ccb94000000000ffffb2a8, 04:05:06.500+05:30",
        "1300, BIG_ENDIAN, INTEGER, 1266, 000000036c9361a000000000, 04:05:06.500Z",
        "703, LITTLE_ENDIAN, FLOAT, 1186, 0000000080e5f640ffffffff, P-1MT26H3M4S",
        "703, BIG_ENDIAN, INTEGER, 1186, ffffffffffffffff0000000e, P1Y2MT-0.000001S",
        "800, BIG_ENDIAN, FLOAT, 1186, 3fb999999999999a00000000, PT0.1S",
        "801, BIG_ENDIAN, FLOAT, 1186, 40bcd800000000000000000100000000, P1DT2H3M4S",
        "703, BIG_ENDIAN, FLOAT, 21, fffe, -2",
        "703, LITTLE_ENDIAN, FLOAT, 21, feff, -2",
        "703, BIG_ENDIAN, FLOAT, 23, fffffffd, -3",
        "703, LITTLE_ENDIAN, FLOAT, 23, fdffffff, -3",
        "703, BIG_ENDIAN, FLOAT, 26, ffffffff, 4294967295",
        "604, LITTLE_ENDIAN, FLOAT, 700, 0000c03f, 1.5",
        "703, BIG_ENDIAN, FLOAT, 701, 4006000000000000, 2.75",
        "604, LITTLE_ENDIAN, FLOAT, 16, 01, true",
        "703, LITTLE_ENDIAN, FLOAT, 18, 61, a",
        "703, LITTLE_ENDIAN, FLOAT, 829, 08002b010203, 08:00:2b:01:02:03",
        "703, LITTLE_ENDIAN, FLOAT, 1560, 09000000a080, 101000001"
    })
    void layouts(int release, String order, TimestampFormat times, int oid, String digits, String expected) {
        ByteOrder byteOrder = order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        ValueFormat format = Formats.binary(release, byteOrder, times, oid);
        assertThat(TypeRegistry.STANDARD.type(oid).read(hex(digits), format)).hasToString(expected);
    }

    /** What lies in the memory of these servers differs from one to another. */
    @ParameterizedTest
    @ValueSource(ints = {1700, 869, 650, 1007, 1009})
    void whatIsToBeAskedForAsText(int oid) {
        for (int release : new int[] {604, 702, 703}) {
            ValueFormat format = Formats.binary(release, ByteOrder.BIG_ENDIAN, TimestampFormat.FLOAT, oid);
            assertThatThrownBy(() -> TypeRegistry.STANDARD.type(oid).read(hex("0002000000000002"), format))
                    .hasMessageContaining("ask for text");
        }
    }
}
