package io.github.pgtwo.testkit.backend;

import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.frontend.ClientRawBytes;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.testkit.transport.Listener;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A client that leaves its script is reported, with what was expected and what came. */
class DeviationTest {
    private static final Script SELECT =
            new Script().login().expectQuery("select 1").answer(completed("SELECT"), ready());

    /** What a client does. */
    private interface Act {
        void with(RawClient client) throws IOException;
    }

    private static void expectFailure(Script script, Act act, String... parts) {
        expectFailure(script, Duration.ofSeconds(10), act, parts);
    }

    private static void expectFailure(Script script, Duration patience, Act act, String... parts) {
        assertThatThrownBy(() -> {
                    try (ScriptedBackend server = ScriptedBackend.on(Listener.tcp(), patience, script);
                            RawClient client = new RawClient(server.endpoint())) {
                        act.with(client);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void anotherMessage() {
        Act act = client -> {
            client.logIn();
            client.ask("select 2");
            client.bytesToTheEnd();
        };
        expectFailure(SELECT, act, "step 3: expected F Query", "select 1", "came F Query", "select 2", "phase QUERY");
    }

    @Test
    void anEndTooEarly() {
        expectFailure(SELECT, RawClient::logIn, "step 3: expected F Query", "the client closed", "phase IDLE");
    }

    @Test
    void nothingAtAll() {
        Act act = client -> {
            client.logIn();
            client.bytesToTheEnd();
        };
        Duration patience = Duration.ofMillis(700);
        Act silent = client -> {
            try {
                act.with(client);
            } catch (IOException e) {
                // the server has given up
            }
        };
        expectFailure(SELECT, patience, silent, "step 3: expected F Query", "nothing came within 700 ms");
    }

    @Test
    void whatIsNoMessage() {
        Act act = client -> {
            client.logIn();
            client.send(Bytes.utf8("?"));
            client.bytesToTheEnd();
        };
        expectFailure(SELECT, act, "step 3", "came what is no message", "0x3f");
    }

    @Test
    void aFirstPacketThatIsNone() {
        Act act = client -> {
            client.send(Bytes.of((byte) 0, (byte) 0, (byte) 0, (byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 0));
            client.bytesToTheEnd();
        };
        expectFailure(SELECT, act, "step 1: expected F StartupPacket", "came what is no message");
    }

    @Test
    void moreThanTheScriptHas() {
        Act act = client -> {
            client.logIn();
            client.ask("select 3");
            client.bytesToTheEnd();
        };
        expectFailure(new Script().login(), act, "behind the end of the script came F Query", "select 3");
    }

    @Test
    void nobody() throws IOException {
        ScriptedBackend server = ScriptedBackend.onTcp(SELECT, SELECT);
        try (RawClient client = new RawClient(server.endpoint())) {
            client.logIn();
            client.ask("select 1");
            client.hear(2);
        }
        assertThatThrownBy(server::close)
                .isInstanceOf(AssertionError.class)
                .hasMessage("nobody came for script 2 of 2");
        assertThatCode(server::close).as("a second close()").doesNotThrowAnyException();
    }

    @Test
    void oneTooMany() {
        Act act = client -> {
            client.say(StartupPacket.of("alice", "shop"));
            client.bytesToTheEnd();
        };
        assertThatThrownBy(() -> {
                    try (ScriptedBackend server = ScriptedBackend.onUnix();
                            RawClient client = new RawClient(server.endpoint())) {
                        act.with(client);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no script for another connection");
    }

    @Test
    void aPasswordIsNotTold() {
        Script script = new Script()
                .expect(FrontendKind.STARTUP_PACKET)
                .answer(Answers.cleartext())
                .expect(new PasswordPacket(Bytes.utf8("right")));
        Act act = client -> {
            client.say(StartupPacket.of("alice", "shop"));
            client.hear(1);
            client.say(new PasswordPacket(Bytes.utf8("wrong")));
            client.bytesToTheEnd();
        };
        expectFailure(script, act, "expected F PasswordPacket ***, came F PasswordPacket ***");
    }

    @Test
    void otherRawBytes() {
        Script script = new Script()
                .expect(FrontendKind.STARTUP_PACKET)
                .answer(new Authentication.ScmCredential())
                .expectRaw(Bytes.of((byte) 0));
        Act act = client -> {
            client.say(StartupPacket.of("alice", "shop"));
            client.hear(1);
            client.say(new ClientRawBytes(Bytes.of((byte) 1)));
            client.bytesToTheEnd();
        };
        expectFailure(script, act, "expected raw 00, came 01");
    }

    @Test
    void aScriptThatNoServerFollows() {
        Script script = new Script().expect(FrontendKind.STARTUP_PACKET).answer(ok(), key(1, 2), completed("SELECT"));
        Act act = client -> {
            client.say(StartupPacket.of("alice", "shop"));
            client.bytesToTheEnd();
        };
        expectFailure(script, act, "the script is at fault", "CompletedResponse");
    }

    @Test
    void anEndThatIsNeverReached() {
        expectFailure(new Script().closeAfter(16).login(), RawClient::logIn, "the script is at fault", "ends before");
    }
}
