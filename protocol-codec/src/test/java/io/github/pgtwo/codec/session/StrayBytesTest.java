package io.github.pgtwo.codec.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.ReadyForQuery;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import org.junit.jupiter.api.Test;

/** Bytes that come when it is not their sender's turn, or will never be again. */
class StrayBytesTest {
    private static final ErrorResponse ERROR = new ErrorResponse(Bytes.utf8("FATAL:  no\n"));

    private final ServerSession server = new ServerSession(ProtocolLimits.DEFAULT.with(Limit.OUT_OF_TURN, 100));

    private void clientSays(Bytes wire) {
        server.received(wire.toByteArray(), 0, wire.length());
    }

    private void started() {
        clientSays(StartupPacket.of("alice", "shop").encode());
        assertThat(server.next()).isTrue();
    }

    private void loggedIn() {
        started();
        server.send(new Authentication.Ok());
        server.send(new ReadyForQuery());
    }

    private void asked(String sql) {
        loggedIn();
        clientSays(Query.of(sql).encode());
        assertThat(server.next()).isTrue();
    }

    private void assertDropped() {
        clientSays(Bytes.utf8("Q".repeat(1000)));
        assertThat(server.next()).isFalse();
        assertThat(server.buffered()).isZero();
        server.receive((into, from, length) -> length);
        assertThat(server.buffered()).isZero();
        server.receivedEndOfStream();
        assertThat(server.next()).isFalse();
        assertThat(server.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void pipelinedCommandsAreKeptUpToALimit() {
        asked("select 1");
        clientSays(Bytes.utf8("Q" + "x".repeat(98) + "\0"));
        assertThat(server.next()).isFalse();
        assertThatThrownBy(() -> clientSays(Bytes.utf8("Q")))
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessage("Stream at byte 306: has more than 100 bytes out of turn");
        assertThat(server.phase()).isEqualTo(Phase.FAILED);
        assertThat(server.buffered()).isZero();
    }

    @Test
    void soAreThoseThatComeStraightFromASource() {
        asked("select 1");
        assertThatThrownBy(() -> server.receive((into, from, length) -> 101))
                .isInstanceOf(RemoteProtocolException.class);
        assertThat(server.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void aLongCommandInItsTurnIsNot() {
        loggedIn();
        clientSays(Query.of("x".repeat(1000)).encode());
        assertThat(server.next()).isTrue();
        server.send(new CompletedResponse(Bytes.utf8("SELECT")));
    }

    @Test
    void behindRefusedCopyDataNothingIsRead() {
        asked("copy t from stdin");
        server.send(new CopyInResponse());
        clientSays(Bytes.utf8("1\n\\"));
        server.send(ERROR);
        assertDropped();
    }

    @Test
    void copyDataThatCrossesTheAnswerToItsCopyIsTakenForACommand() {
        asked("copy t from stdin");
        server.send(new CopyInResponse());
        clientSays(Bytes.utf8("\\"));
        assertThat(server.next()).isFalse();
        server.send(new CompletedResponse(Bytes.utf8("COPY")));
        server.send(new ReadyForQuery());
        clientSays(Bytes.utf8(".\n"));
        assertThatThrownBy(server::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessage("Message at byte 315: no command begins with byte 0x5c");
        assertThat(server.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void behindTheServersLastWordNothingIsRead() {
        loggedIn();
        server.send(ERROR);
        assertDropped();
    }

    @Test
    void aPasswordThatCrossesARefusalIsNotRead() {
        started();
        server.send(new Authentication.CleartextPassword());
        Bytes password = new PasswordPacket(Bytes.utf8("secret")).encode();
        clientSays(password.slice(0, 6));
        assertThat(server.next()).isFalse();
        server.send(ERROR);
        clientSays(password.slice(6, password.length()));
        assertDropped();
    }

    @Test
    void behindACancelRequestNothingIsRead() {
        clientSays(new CancelRequest(1, 2).encode());
        assertThat(server.next()).isTrue();
        assertDropped();
    }

    @Test
    void theEndOfARawDialogueLosesWhatNobodyTook() {
        started();
        server.send(new Authentication.KerberosV5());
        clientSays(Bytes.utf8("junk"));
        server.receivedEndOfStream();
        assertThat(server.next()).isFalse();
        assertThat(server.phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void aServerThatEndsARawDialogueWithJunkIsAnError() {
        ClientSide client = ClientSide.started();
        client.take("52 00000002", Phase.RAW_AUTHENTICATION);
        client.feed("6a756e6b");
        client.session.receivedEndOfStream();
        assertThatThrownBy(client.session::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("illegal in phase RAW_AUTHENTICATION");
        assertThat(client.session.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void whatNobodyTakesOfARawDialogueIsBounded() {
        ProtocolLimits limits =
                ProtocolLimits.DEFAULT.with(Limit.OUT_OF_TURN, 10).with(Limit.TEXT, 10);
        ClientSide client = new ClientSide(limits);
        client.session.send(StartupPacket.of("alice", "shop"));
        client.take("52 00000002", Phase.RAW_AUTHENTICATION);
        client.feed("00".repeat(20));
        assertThat(client.session.next()).isFalse();
        client.feed("00");
        assertThatThrownBy(client.session::next).hasMessageContaining("more than 20 bytes out of turn");
    }
}
