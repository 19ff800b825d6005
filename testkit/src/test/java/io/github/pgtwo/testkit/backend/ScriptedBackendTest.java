package io.github.pgtwo.testkit.backend;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.md5;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ServerRawBytes;
import io.github.pgtwo.codec.backend.SslResponse;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.frontend.ClientRawBytes;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.SslRequest;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.Terminate;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.testkit.transport.MemoryTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a script can do, seen by a client that keeps to it. */
class ScriptedBackendTest {
    private static final BackendMessage[] ONE_ROW = {
        cursor(), columns("a", "b"), row("1", null), completed("SELECT"), ready()
    };

    private static final Script SELECT =
            new Script().login().expectQuery("select 1").answer(ONE_ROW).expect(FrontendKind.TERMINATE);

    @Test
    void aConversationOverTcp() throws IOException {
        try (ScriptedBackend server = ScriptedBackend.onTcp(SELECT)) {
            selectOne(server);
        }
    }

    @Test
    void aConversationOverAUnixSocket() throws IOException {
        try (ScriptedBackend server = ScriptedBackend.onUnix(SELECT)) {
            selectOne(server);
        }
    }

    private static void selectOne(ScriptedBackend server) throws IOException {
        try (RawClient client = new RawClient(server.endpoint())) {
            client.logIn();
            client.ask("select 1");
            assertThat(client.hear(ONE_ROW.length)).containsExactly(ONE_ROW);
            client.say(new Terminate());
        }
    }

    @Test
    void aConversationInMemory() throws IOException {
        MemoryTransport memory = new MemoryTransport();
        Script script = new Script().expect(StartupPacket.of("alice", "shop")).answer(error("no"));
        try (ScriptedBackend server = ScriptedBackend.on(memory, Duration.ofSeconds(10), script);
                ByteStream stream = memory.open(server.endpoint(), Duration.ZERO)) {
            Bytes startup = StartupPacket.of("alice", "shop").encode();
            stream.writeFully(startup.toByteArray(), 0, startup.length());
            byte[] answer = new byte[4];
            assertThat(stream.read(answer, 0, 4)).isEqualTo(4);
            assertThat(Bytes.wrap(answer)).isEqualTo(error("no").encode());
        }
    }

    @Test
    void eachConnectionHasItsScript() throws IOException {
        Script refusal = new Script()
                .expect(FrontendKind.STARTUP_PACKET)
                .answer(error("full"))
                .close();
        try (ScriptedBackend server = ScriptedBackend.onTcp(SELECT, refusal);
                RawClient second = new RawClient(server.endpoint())) {
            selectOne(server);
            second.say(StartupPacket.of("bob", "shop"));
            assertThat(second.bytesToTheEnd()).isEqualTo(error("full").encode());
        }
    }

    @Test
    void aPasswordIsAskedForBehindARefusalOfTls() throws IOException {
        Script script = new Script()
                .expect(new SslRequest())
                .answer(new SslResponse(false))
                .expect(FrontendKind.STARTUP_PACKET)
                .answer(md5(0x5b3c9a01))
                .expect(new PasswordPacket(Bytes.utf8("md5...")))
                .answer(ok(), key(7, 8), ready());
        try (ScriptedBackend server = ScriptedBackend.onTcp(script);
                RawClient client = new RawClient(server.endpoint())) {
            client.say(new SslRequest());
            client.hear(1);
            client.say(StartupPacket.of("alice", "shop"));
            assertThat(client.hear(1)).containsExactly(md5(0x5b3c9a01));
            client.say(new PasswordPacket(Bytes.utf8("md5...")));
            assertThat(client.hear(3)).containsExactly(ok(), key(7, 8), ready());
        }
    }

    @Test
    void aDialogueOutsideOfMessages() throws IOException {
        Bytes ticket = Bytes.utf8("ticket");
        Script script = new Script()
                .expect(FrontendKind.STARTUP_PACKET)
                .answer(new Authentication.KerberosV5())
                .expectRaw(ticket)
                .answer(new ServerRawBytes(Bytes.utf8("accepted")))
                .expectRaw(1)
                .endRaw()
                .answer(ok());
        try (ScriptedBackend server = ScriptedBackend.onTcp(script);
                RawClient client = new RawClient(server.endpoint())) {
            client.say(StartupPacket.of("alice", "shop"));
            client.hear(1);
            client.say(new ClientRawBytes(ticket));
            assertThat(client.oneRead()).isEqualTo(Bytes.utf8("accepted"));
            client.say(new ClientRawBytes(Bytes.utf8("!")));
            assertThat(client.oneRead()).isEqualTo(ok().encode());
        }
    }

    @Test
    void cancelRequestsReachTheirConnection() throws IOException {
        Script script = new Script().login().expectQuery("long").expectCancel().answer(error("cancelled"), ready());
        try (ScriptedBackend server = ScriptedBackend.onTcp(script);
                RawClient client = new RawClient(server.endpoint())) {
            client.logIn();
            client.ask("long");
            cancel(server, new CancelRequest(1, 3));
            cancel(server, new CancelRequest(1, 2));
            assertThat(client.hear(2)).containsExactly(error("cancelled"), ready());
            assertThat(server.cancelRequests()).isEqualTo(List.of(new CancelRequest(1, 3), new CancelRequest(1, 2)));
        }
    }

    private static void cancel(ScriptedBackend server, CancelRequest request) throws IOException {
        try (RawClient other = new RawClient(server.endpoint())) {
            other.say(request);
            assertThat(other.bytesToTheEnd()).isEqualTo(Bytes.EMPTY);
        }
    }

    @Test
    void aGateHoldsAnAnswerBack() throws IOException {
        Gate gate = new Gate();
        Script script = new Script().login().expectQuery("a").await(gate).answer(completed("A"), ready());
        try (ScriptedBackend server = ScriptedBackend.onTcp(script);
                RawClient client = new RawClient(server.endpoint())) {
            client.logIn();
            client.ask("a");
            gate.open();
            assertThat(client.hear(2)).hasSize(2);
        }
    }

    @Test
    void itClosesAtAnyByteAndInAnyPieces() throws IOException {
        Bytes login = Bytes.utf8("R\0\0\0\0K\0\0\0\1\0\0\0\2Z");
        for (int cut = 0; cut < login.length(); cut++) {
            Script script = new Script().inPieces(1 + cut % 3).closeAfter(cut).login();
            // the byte 0 is reached before the client has said anything
            try (ScriptedBackend server = ScriptedBackend.onTcp(script);
                    RawClient client = new RawClient(server.endpoint())) {
                if (cut > 0) {
                    client.say(StartupPacket.of("alice", "shop"));
                }
                assertThat(client.bytesToTheEnd()).isEqualTo(login.slice(0, cut));
            }
        }
    }

    @Test
    void garbageAndAReset() throws IOException {
        Script script = new Script()
                .send(Bytes.utf8("garbage"))
                .expect(FrontendKind.STARTUP_PACKET)
                .reset();
        try (ScriptedBackend server = ScriptedBackend.onTcp(script);
                RawClient client = new RawClient(server.endpoint())) {
            assertThat(client.oneRead()).isEqualTo(Bytes.utf8("garbage"));
            client.say(StartupPacket.of("alice", "shop"));
            assertThatThrownBy(client::bytesToTheEnd)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reset");
        }
    }
}
