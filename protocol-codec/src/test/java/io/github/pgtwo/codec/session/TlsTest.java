package io.github.pgtwo.codec.session;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.SslResponse;
import io.github.pgtwo.codec.frontend.SslRequest;
import io.github.pgtwo.codec.frontend.StartupPacket;
import org.junit.jupiter.api.Test;

/** Nothing that somebody has put in ahead of the handshake passes for something said behind it. */
class TlsTest {
    private final ClientSide client = ClientSide.connected();
    private final ServerSession server = new ServerSession(ProtocolLimits.DEFAULT);

    @Test
    void bytesBehindAnAcceptanceEndTheClientsSession() {
        client.session.send(new SslRequest());
        client.feed("53 52 00000000 5a");
        assertThatThrownBy(client.session::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessage("SslResponse at byte 0: has bytes behind it that no TLS handshake protects");
        assertThat(client.session.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void anAcceptanceAloneIsTaken() {
        client.session.send(new SslRequest());
        client.take("53", Phase.SSL_SETTLED);
        client.session.send(StartupPacket.of("alice", "shop"));
        client.take("52 00000000", Phase.BACKEND_START);
    }

    @Test
    void bytesBehindARequestCannotBeAnsweredWithAnAcceptance() {
        serverTakes(hex("00000008 04d2162f 16"));
        assertThatThrownBy(() -> server.send(new SslResponse(true)))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessage("SslResponse cannot accept: the client has sent bytes ahead of the TLS handshake");
        assertThat(server.phase()).isEqualTo(Phase.SSL_ANSWER);
        server.send(new ErrorResponse(Bytes.utf8("FATAL:  no\n")));
    }

    @Test
    void behindARefusalTheyAreReadInTheClear() {
        serverTakes(hex("00000008 04d2162f 00000010 04d2162e 00000001 00000002"));
        server.send(new SslResponse(false));
        assertThat(server.next()).isTrue();
        assertThat(server.phase()).isEqualTo(Phase.CANCELLING);
    }

    private void serverTakes(byte[] wire) {
        server.received(wire, 0, wire.length);
        assertThat(server.next()).isTrue();
        assertThat(server.message()).isEqualTo(new SslRequest());
    }
}
