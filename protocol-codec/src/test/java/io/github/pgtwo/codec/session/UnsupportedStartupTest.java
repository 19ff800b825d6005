package io.github.pgtwo.codec.session;

import static io.github.pgtwo.codec.Wires.assertWire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.SslResponse;
import io.github.pgtwo.codec.frontend.FrontendDecoder.Expected;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.SslRequest;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.UnsupportedStartup;
import io.github.pgtwo.codec.trace.MessageTrace;
import org.junit.jupiter.api.Test;

/** Clients that begin with what this protocol version does not know. */
class UnsupportedStartupTest {
    private static final UnsupportedStartup VERSION_3 = new UnsupportedStartup(3 << 16, Bytes.utf8("user\0alice\0\0"));
    private static final UnsupportedStartup GSS = new UnsupportedStartup(80877104, Bytes.EMPTY);
    private static final ErrorResponse ERROR = new ErrorResponse(Bytes.utf8("FATAL:  unsupported\n"));

    private final ServerSession server = new ServerSession(ProtocolLimits.DEFAULT);

    private void takes(FrontendMessage message) {
        Bytes wire = message.encode();
        server.received(wire.toByteArray(), 0, wire.length());
        assertThat(server.next()).isTrue();
        assertThat(server.message()).isEqualTo(message);
    }

    @Test
    void theirPacketsAreKeptAsTheyCame() {
        assertWire(Expected.FIRST_PACKET, GSS, "00000008 04d21630");
        assertWire(Expected.FIRST_PACKET, VERSION_3, "00000014 00030000 7573657200616c6963650000");
        assertThat(MessageTrace.client(VERSION_3)).isEqualTo("F UnsupportedStartup 3.0, 12 bytes");
        assertThat(VERSION_3).hasToString("UnsupportedStartup[code=196608, 12 bytes]");
        assertThatThrownBy(() -> new UnsupportedStartup(2 << 16 | 7, Bytes.EMPTY))
                .isInstanceOf(LocalProtocolException.class);
    }

    @Test
    void aServerMayRefuseAnotherVersion() {
        takes(VERSION_3);
        assertThatThrownBy(() -> server.send(new SslResponse(false))).isInstanceOf(LocalProtocolException.class);
        server.received(new byte[] {1}, 0, 1);
        server.send(ERROR);
        server.receivedEndOfStream();
        assertThat(server.next()).isFalse();
        assertThat(server.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void aClientThatIsRefusedGssMayGoOn() {
        takes(GSS);
        assertThatThrownBy(() -> server.send(new SslResponse(true))).isInstanceOf(LocalProtocolException.class);
        server.send(new SslResponse(false));
        takes(new SslRequest());
        server.send(new SslResponse(false));
        takes(VERSION_3);
        server.send(ERROR);
        assertThat(server.phase()).isEqualTo(Phase.CLOSING);
    }

    @Test
    void gssBehindTheAnswerToAnSslRequestCanOnlyBeRefusedWithAnError() {
        takes(new SslRequest());
        server.send(new SslResponse(false));
        takes(GSS);
        assertThatThrownBy(() -> server.send(new SslResponse(false))).isInstanceOf(LocalProtocolException.class);
        server.send(ERROR);
    }

    @Test
    void aSecondSslRequestIsForTheServerToJudge() {
        takes(new SslRequest());
        server.send(new SslResponse(false));
        takes(new SslRequest());
        server.send(ERROR);
        assertThat(server.phase()).isEqualTo(Phase.CLOSING);
    }

    /** Servers up to 7.3 say so, later ones close without a word (section 3.2). */
    @Test
    void aPacketOfNoLengthIsStillAnErrorAndCanBeAnsweredWithoutTheSession() {
        server.received(new byte[] {0, 0, 0, 7, 0, 3, 0, 0}, 0, 8);
        assertThatThrownBy(server::next).isInstanceOf(RemoteProtocolException.class);
        assertThatThrownBy(() -> server.send(ERROR)).isInstanceOf(LocalProtocolException.class);
        ClientSide client = ClientSide.started();
        client.feed(ERROR.encode());
        assertThat(client.session.next()).isTrue();
        assertThat(client.session.phase()).isEqualTo(Phase.CLOSING);
    }

    @Test
    void aClientOfOursSendsNoneOfThem() {
        ClientSession client = ClientSide.connected().session;
        assertThatThrownBy(() -> client.send(VERSION_3))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessage("UnsupportedStartup is illegal in phase CONNECTED");
        assertThatThrownBy(() -> client.send(GSS)).isInstanceOf(LocalProtocolException.class);
        client.send(StartupPacket.of("alice", "shop"));
    }

    @Test
    void anObserverDoesNotSpeakAnotherVersion() {
        ObserverSide side = new ObserverSide(ProtocolLimits.DEFAULT);
        side.clientSays(VERSION_3);
        side.serverSays("52 00000008 00000000");
        side.observer.serverEnded();
        assertThat(side.heard).containsExactly("F UNSUPPORTED_STARTUP");
        assertThat(side.observer.phase()).isEqualTo(Phase.UNSUPPORTED);
    }
}
