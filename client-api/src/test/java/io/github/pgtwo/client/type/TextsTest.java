package io.github.pgtwo.client.type;

import static io.github.pgtwo.client.type.Formats.hex;
import static io.github.pgtwo.client.type.Formats.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.codec.Bytes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @Test
    void textIsWellFormedOrRefused() {
        assertThat(read(Types.TEXT, "Füße 🚲 \ufffd")).isEqualTo("Füße 🚲 \ufffd");
        assertThatThrownBy(() -> Types.TEXT.read(hex("61ff"), Formats.text(1300, "ISO")))
                .hasMessageContaining("no text in UTF-8");
        assertThatThrownBy(() -> Types.TEXT.read(hex("efbfbdc3"), Formats.text(1300, "ISO")))
                .hasMessageContaining("no text in UTF-8");
    }

    @Test
    void binaryTextOfOldServersIsInTheirEncoding() {
        assertThat(Types.TEXT.read(hex("46fcdf65"), inEncoding("LATIN1"))).isEqualTo("Füße");
        assertThat(Types.TEXT.read(hex("46c3bc"), inEncoding("UNICODE"))).isEqualTo("Fü");
        assertThat(Types.TEXT.read(hex("4675"), inEncoding("EUC_JP"))).isEqualTo("Fu");
        assertThatThrownBy(() -> Types.TEXT.read(hex("46fc"), inEncoding("EUC_JP")))
                .isInstanceOf(ValueException.class);
    }

    private static ValueFormat inEncoding(String name) {
        ServerProfile usual = Formats.profile(703, "ISO");
        ServerProfile profile = new ServerProfile(
                usual.version(),
                name,
                usual.clientEncoding(),
                usual.dateStyle(),
                usual.strings(),
                usual.timestamps(),
                usual.byteOrder());
        return ValueFormat.of(profile).with(25, true);
    }

    @Test
    void binaryNamesOfOldServersFillTheirField() {
        ValueFormat old = Formats.binary(703, ByteOrder.LITTLE_ENDIAN, TimestampFormat.FLOAT, 19);
        assertThat(Types.TEXT.read(hex("6e6d00000000"), old)).isEqualTo("nm");
        assertThat(Types.TEXT.read(hex("6e6d"), Formats.binary(19))).isEqualTo("nm");
    }

    @Test
    void charIsOneByteOrNone() {
        assertThat(Types.CHAR.read(hex("00"), Formats.binary(18))).isEmpty();
        assertThat(Types.CHAR.read(hex("61"), Formats.binary(18))).isEqualTo("a");
        assertThat(read(Types.CHAR, "")).isEmpty();
        assertThatThrownBy(() -> Types.CHAR.read(hex("ff"), Formats.binary(18))).hasMessageContaining("UTF-8");
    }

    @Test
    void unknownTypesAreTextButNotInBinaryForm() {
        assertThat(Types.TEXT.read(
                        Bytes.utf8("(1,2)"), Formats.text(1300, "ISO").with(600, false)))
                .isEqualTo("(1,2)");
        assertThatThrownBy(() -> Types.TEXT.read(hex("3ff00000000000003ff0000000000000"), Formats.binary(600)))
                .hasMessageContaining("OID 600, which is not read as text");
        assertThat(Types.TEXT.read(hex("6f6b"), Formats.binary(16385))).isEqualTo("ok");
    }

    @Test
    void jsonb() {
        assertThat(Types.JSONB.read(hex("017b7d"), Formats.binary(3802))).isEqualTo("{}");
        assertThatThrownBy(() -> Types.JSONB.read(hex("027b7d"), Formats.binary(3802)))
                .hasMessageContaining("version");
    }

    @ParameterizedTest
    @CsvSource({
        "a\\\\000b, 615c30303062",
        "a\\000b, 610062",
        "\\\\, 5c",
        "\\x00Ff, 00ff",
        "\\x, ''",
        "\\377, ff",
        "'', ''"
    })
    void bytea(String text, String bytes) {
        assertThat(read(Types.BYTEA, text)).isEqualTo(hex(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\00", "\\008", "\\400", "\\x0", "\\x0g", "a\\", "\\y"})
    void whatIsNoBytea(String text) {
        assertThatThrownBy(() -> read(Types.BYTEA, text)).isInstanceOf(ValueException.class);
    }

    @Test
    void bytesOfOldServersMayBeRaw() {
        assertThat(Types.BYTEA.read(hex("ff5c5c"), Formats.text(702, "ISO"))).isEqualTo(hex("ff5c"));
        assertThat(Types.BYTEA.read(hex("ff5c"), Formats.binary(17))).isEqualTo(hex("ff5c"));
    }

    @Test
    void bits() {
        assertThat(read(Types.BITS, "1010")).isEqualTo("1010");
        assertThat(Types.BITS.read(hex("00000009 a080"), Formats.binary(1560))).isEqualTo("101000001");
        for (String wrong : new String[] {"", "00000009 a0", "ffffffff", "00000001 a080", "7fffffff a0"}) {
            assertThatThrownBy(() -> Types.BITS.read(hex(wrong), Formats.binary(1560)))
                    .hasMessage("is no string of bits");
        }
        assertThatThrownBy(() -> read(Types.BITS, "2")).hasMessage("is no string of bits");
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.0.1, 192.168.0.1, 32",
        "192.168.0.1/24, 192.168.0.1, 24",
        "10/8, 10.0.0.0, 8",
        "10.1/16, 10.1.0.0, 16",
        "::, ::, 128",
        "::1/64, ::1, 64",
        "2001:db8::ff00:42:8329, 2001:db8:0:0:0:ff00:42:8329, 128",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8, 128",
        "1::/16, 1::, 16"
    })
    void addresses(String text, String address, int prefix) throws UnknownHostException {
        assertThat(read(Types.INET, text)).isEqualTo(new PgInet(InetAddress.getByName(address), prefix));
    }

    @Test
    void addressesOfIpv4InIpv6StayWhatTheyAre() {
        PgInet mapped = read(Types.INET, "::ffff:1.2.3.4/128");
        assertThat(mapped.address().getAddress()).hasSize(16).endsWith(0xff, 0xff, 1, 2, 3, 4);
        assertThat(Types.INET.read(hex("03800010 00000000000000000000ffff01020304"), Formats.binary(869)))
                .isEqualTo(mapped);
        assertThat(Types.INET.read(hex("02180104 0a010000"), Formats.binary(650)))
                .hasToString("10.1.0.0/24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.4/33",
                "1.2.3.4/",
                "1.2.3.4/a",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4::5:6:7:8",
                "::1/129",
                "::g",
                "::1.2.3.4:5",
                "fe80::1%eth0",
                "::12345"
            })
    void whatIsNoAddress(String text) {
        assertThatThrownBy(() -> read(Types.INET, text)).isInstanceOf(ValueException.class);
    }

    @Test
    void otherThingsOfFixedSize() {
        assertThat(read(Types.MACADDR, "08:00:2b:01:02:03")).isEqualTo("08:00:2b:01:02:03");
        assertThat(Types.MACADDR.read(hex("08002b0102030405"), Formats.binary(774)))
                .isEqualTo("08:00:2b:01:02:03:04:05");
        UUID uuid = UUID.fromString("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
        assertThat(read(Types.UUID, uuid.toString())).isEqualTo(uuid);
        assertThat(Types.UUID.read(hex("a0eebc999c0b4ef8bb6d6bb9bd380a11"), Formats.binary(2950)))
                .isEqualTo(uuid);
        for (String wrong : new String[] {"", "1-2-3-4-5", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1"}) {
            assertThatThrownBy(() -> read(Types.UUID, wrong)).hasMessage("is no uuid");
        }
        for (String wrong :
                new String[] {"", "08:00", "08-00-2b-01-02-03", "08:00:2b:01:02:0g", "08:00:2b:01:02:03:"}) {
            assertThatThrownBy(() -> read(Types.MACADDR, wrong)).hasMessage("is no hardware address");
        }
    }
}
