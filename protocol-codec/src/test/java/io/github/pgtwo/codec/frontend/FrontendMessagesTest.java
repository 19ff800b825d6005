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
import org.junit.jupiter.api.Test;

class FrontendMessagesTest {
    @Test
    void startupPacket() {
        String wire = "00000128 00020000 73686f70" + "00".repeat(60) + "616c696365" + "00".repeat(27) + "2d46"
                + "00".repeat(62 + 64 + 64);
        assertWire(
                Expected.STARTUP_PACKET,
                new StartupPacket(Bytes.utf8("shop"), Bytes.utf8("alice"), Bytes.utf8("-F"), Bytes.EMPTY),
                wire);
    }

    @Test
    void aFieldFilledToItsEndHasNoNul() {
        String user = "u".repeat(32);
        StartupPacket packet = StartupPacket.of(user, "d".repeat(64));
        FrontendDecoder decoder =
                decoder(Expected.STARTUP_PACKET, packet.encode().toByteArray());
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
    void whatIsNotExpectedIsAnError() {
        assertMalformed(Expected.COMMAND, "7a", "no command begins with byte 0x7a");
        assertMalformed(Expected.STARTUP_PACKET, "00000008 04d2162f", "StartupPacket.length at byte 0: is 8");
        assertMalformed(Expected.STARTUP_PACKET, "00000128 00030000", "StartupPacket.protocol at byte 4: is 196608");
        assertMalformed(Expected.PASSWORD_PACKET, "00000004", "PasswordPacket.length at byte 0: 4 is too small");
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
