package io.github.pgtwo.codec.frontend;

import static io.github.pgtwo.codec.Wires.assertWire;
import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.frontend.FrontendDecoder.Expected;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrontendMessagesTest {
    @Test
    void startupPacket() {
        String wire = "00000128 00020000 73686f70" + "00".repeat(60) + "616c696365" + "00".repeat(27) + "2d46"
                + "00".repeat(62 + 64 + 64);
        assertWire(
                Expected.FIRST_PACKET,
                new StartupPacket(Bytes.utf8("shop"), Bytes.utf8("alice"), Bytes.utf8("-F")),
                wire);
    }

    @Test
    void aFieldFilledToItsEndHasNoNul() {
        String user = "u".repeat(32);
        StartupPacket packet = StartupPacket.of(user, "d".repeat(64));
        FrontendDecoder decoder = decoder(Expected.FIRST_PACKET, packet.encode().toByteArray());
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.message()).isEqualTo(packet);
    }

    @Test
    void whatDoesNotFitTheStartupPacketIsRefused() {
        assertRefused(() -> StartupPacket.of("ü".repeat(17), "d"), "StartupPacket.user has 34 bytes");
        assertRefused(() -> StartupPacket.of("u", "d".repeat(65)), "StartupPacket.database has 65 bytes");
        assertRefused(() -> StartupPacket.of("u\0root", "d"), "StartupPacket.user holds a NUL at byte 1");
    }

    @Test
    void passwordPacketHidesItsContent() {
        PasswordPacket packet = new PasswordPacket(Bytes.utf8("secret"));
        assertWire(Expected.PASSWORD_PACKET, packet, "0000000b 73656372657400");
        assertThat(packet).hasToString("PasswordPacket[redacted]");
        assertRefused(() -> new PasswordPacket(Bytes.utf8("a\0")), "PasswordPacket.answer holds a NUL");
    }

    /** As servers that honour the length read it: what stands behind it is the next message. */
    @Test
    void aPasswordWithoutItsNulEndsWhereItsLengthSays() {
        FrontendDecoder decoder = decoder(Expected.PASSWORD_PACKET, hex("0000000a 736563726574 51 00"));
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.message()).isEqualTo(new PasswordPacket(Bytes.utf8("secret")));
        assertThat(decoder.consumed()).isEqualTo(10);
        decoder.expect(Expected.COMMAND);
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.message()).isEqualTo(Query.of(""));
    }

    @Test
    void aMinorVersionHasSixteenBits() {
        StartupPacket packet =
                new StartupPacket(65535, Bytes.EMPTY, Bytes.utf8("u"), Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY);
        FrontendDecoder decoder = decoder(Expected.FIRST_PACKET, packet.encode().toByteArray());
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.message()).isEqualTo(packet);
        for (int minor : new int[] {-1, 65536}) {
            assertRefused(
                    () -> new StartupPacket(minor, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY),
                    "StartupPacket.minorVersion is " + minor);
        }
    }

    @Test
    void commands() {
        assertWire(Expected.COMMAND, Query.of("select 1"), "51 73656c656374203100");
        assertWire(Expected.COMMAND, Query.of(""), "51 00");
        assertWire(Expected.COMMAND, new Terminate(), "58");
        assertRefused(() -> Query.of("select 1\0Xdrop"), "Query.text holds a NUL at byte 8");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(LocalProtocolException.class).hasMessageContaining(message);
    }

    @Test
    void firstPackets() {
        assertWire(Expected.FIRST_PACKET, new SslRequest(), "00000008 04d2162f");
        assertWire(Expected.FIRST_PACKET, new CancelRequest(18530, 0x88c64a53), "00000010 04d2162e 00004862 88c64a53");
        assertThat(new CancelRequest(1, 4711).toString()).doesNotContain("4711");
        FrontendDecoder padded = decoder(Expected.FIRST_PACKET, hex("00000128 04d2162f" + "00".repeat(288)));
        assertThat(padded.next()).isTrue();
        assertThat(padded.message()).isEqualTo(new SslRequest());
        FrontendDecoder shortOne = decoder(Expected.FIRST_PACKET, hex("0000000c 00020001 64620000 78787878"));
        assertThat(shortOne.next()).isTrue();
        assertThat(shortOne.message())
                .isEqualTo(new StartupPacket(1, Bytes.utf8("db"), Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY));
    }

    @Test
    void functionCalls() {
        FunctionCall call = new FunctionCall(
                Bytes.utf8(" "),
                177,
                List.of(Optional.of(Bytes.of((byte) 2)), Optional.empty(), Optional.of(Bytes.EMPTY)));
        assertWire(Expected.COMMAND, call, "46 2000 000000b1 00000003 00000001 02 ffffffff 00000000");
        assertWire(Expected.COMMAND, FunctionCall.of(1), "46 00 00000001 00000000");
    }

    @Test
    void copyData() {
        assertWire(Expected.COPY_DATA, new CopyInDone(), "5c2e0a");
        assertRefused(() -> new CopyInData(Bytes.utf8("a\0b")), "CopyInData.data holds a NUL at byte 1");
        FrontendDecoder decoder = decoder(Expected.COPY_DATA, hex("61 00 62"));
        assertThatThrownBy(decoder::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("CopyInData.data holds a NUL at byte 1");
    }

    @Test
    void whatIsNotExpectedIsAnError() {
        assertMalformed(Expected.COMMAND, "46 00 00000001 ffffffff", "FunctionCall.arguments at byte 6: a count of -1");
        assertMalformed(Expected.COMMAND, "46 00 00000001 00000001 fffffffe", "FunctionCall.argument at byte 10");
        assertMalformed(
                Expected.COMMAND, "46 00 00000001 80000000", "FunctionCall.arguments at byte 6: a count of -2147");
        assertMalformed(
                Expected.COMMAND, "46 00 00000001 7fffffff", "FunctionCall.arguments at byte 6: a count of 2147");
        assertMalformed(Expected.COMMAND, "46 00 00000001 00000001 80000000", "FunctionCall.argument at byte 10: its");
        assertMalformed(Expected.COMMAND, "46 00 00000001 00000001 7fffffff", "FunctionCall.argument at byte 10: its");
        assertMalformed(Expected.FIRST_PACKET, "0000000c 04d2162e", "12 is too short for a CancelRequest");
        assertMalformed(Expected.COMMAND, "7a", "no command begins with byte 0x7a");
        assertMalformed(Expected.FIRST_PACKET, "00000007", "StartupPacket.length at byte 0: 7 is not within 8 and");
        assertMalformed(Expected.FIRST_PACKET, "80000000", "StartupPacket.length at byte 0: -2147483648 is not within");
        assertMalformed(Expected.FIRST_PACKET, "7fffffff", "StartupPacket.length at byte 0: 2147483647 is not within");
        assertMalformed(Expected.PASSWORD_PACKET, "00000004", "PasswordPacket.length at byte 0: 4 is too small");
        assertMalformed(Expected.PASSWORD_PACKET, "80000000", "PasswordPacket.length at byte 0: -2147483648 is too");
        assertMalformed(
                Expected.PASSWORD_PACKET, "7fffffff", "PasswordPacket.length at byte 0: 2147483647 is too small");
        assertMalformed(Expected.PASSWORD_PACKET, "7fffffff", "over the limit of 1000");
    }

    private static void assertMalformed(Expected expected, String hex, String message) {
        FrontendDecoder decoder = decoder(expected, hex(hex));
        assertThatThrownBy(decoder::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining(message);
    }

    private static FrontendDecoder decoder(Expected expected, byte[] wire) {
        FrontendDecoder decoder = new FrontendDecoder(ProtocolLimits.DEFAULT);
        decoder.expect(expected);
        decoder.received(wire, 0, wire.length);
        return decoder;
    }
}
