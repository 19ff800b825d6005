package io.github.pgtwo.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import io.github.pgtwo.codec.frontend.FrontendDecoder.Expected;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** "This message is these bytes", both ways and in all pieces. */
public final class Wires {
    private Wires() {}

    /** The bytes of hexadecimal text with blanks. */
    public static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    /** Encodes and decodes; decoding is tried with the bytes cut in two at every place, and one by one. */
    public static void assertWire(BackendMessage message, String hex) {
        byte[] wire = hex(hex);
        assertThat(message.encode()).isEqualTo(Bytes.wrap(wire));
        assertThat(message.wireLength()).isEqualTo(wire.length);
        for (int cut = 0; cut <= wire.length; cut++) {
            BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
            decoder.received(wire, 0, cut);
            assertThat(decoder.next()).isEqualTo(cut == wire.length);
            decoder.received(wire, cut, wire.length - cut);
            assertThat(decoder.next()).isEqualTo(cut < wire.length);
            assertThat(decoder.message()).isEqualTo(message).hasSameHashCodeAs(message);
        }
        assertThat(decode(wire, 1)).containsExactly(message);
    }

    /** The same for what a client sends when the server expects that. */
    public static void assertWire(Expected expected, FrontendMessage message, String hex) {
        byte[] wire = hex(hex);
        assertThat(message.encode()).isEqualTo(Bytes.wrap(wire));
        assertThat(message.wireLength()).isEqualTo(wire.length);
        FrontendDecoder decoder = new FrontendDecoder(ProtocolLimits.DEFAULT);
        decoder.expect(expected);
        for (int i = 0; i < wire.length; i++) {
            assertThat(decoder.next()).isFalse();
            decoder.received(wire, i, 1);
        }
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.message()).isEqualTo(message).hasSameHashCodeAs(message);
    }

    /** All messages of a server's bytes, fed in pieces of one size. */
    public static List<BackendMessage> decode(byte[] wire, int piece) {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        List<BackendMessage> messages = new ArrayList<>();
        for (int at = 0; at < wire.length; at += piece) {
            decoder.received(wire, at, Math.min(piece, wire.length - at));
            while (decoder.next()) {
                messages.add(decoder.message());
            }
        }
        return messages;
    }
}
