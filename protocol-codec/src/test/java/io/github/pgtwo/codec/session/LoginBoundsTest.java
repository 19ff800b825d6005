package io.github.pgtwo.codec.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.ReadyForQuery;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.Terminate;
import org.junit.jupiter.api.Test;

/** What a server may ask and say before it lets the client in. */
class LoginBoundsTest {
    private static final String CLEARTEXT = "52 00000003";
    private static final PasswordPacket ANSWER = new PasswordPacket(Bytes.utf8("secret"));

    private final ClientSide client = ClientSide.started();

    private void askedAndAnswered() {
        client.take(CLEARTEXT, Phase.AUTHENTICATING);
        client.session.send(ANSWER);
    }

    private void assertRefused(String hex, String message) {
        client.feed(hex);
        assertThatThrownBy(client.session::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining(message);
        assertThat(client.session.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void theSameMayBeAskedThreeTimes() {
        askedAndAnswered();
        askedAndAnswered();
        askedAndAnswered();
        assertRefused(CLEARTEXT, "comes more than 3 times");
    }

    @Test
    void aChangeOfMethodIsRefused() {
        askedAndAnswered();
        assertRefused("52 00000005 01020304", "asks for code 5 after code 3");
    }

    @Test
    void aLoginAfterThreeRequestsIsALogin() {
        askedAndAnswered();
        askedAndAnswered();
        askedAndAnswered();
        client.take("52 00000000", Phase.BACKEND_START);
        client.take("5a", Phase.IDLE);
    }

    @Test
    void noticesAreCountedUntilTheLoginIsOver() {
        ClientSide bounded = new ClientSide(ProtocolLimits.DEFAULT.with(Limit.LOGIN_NOTICES, 2));
        bounded.session.send(StartupPacket.of("alice", "shop"));
        bounded.take("4e 6100", Phase.STARTUP);
        bounded.take("52 00000000", Phase.BACKEND_START);
        bounded.take("4e 6100", Phase.BACKEND_START);
        bounded.feed("4e 6100");
        assertThatThrownBy(bounded.session::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("beyond the limit of 2 before the login is over");
    }

    @Test
    void afterTheLoginTheyAreNot() {
        ClientSide bounded = new ClientSide(ProtocolLimits.DEFAULT.with(Limit.LOGIN_NOTICES, 1));
        bounded.session.send(StartupPacket.of("alice", "shop"));
        bounded.take("52 00000000", Phase.BACKEND_START);
        bounded.take("5a", Phase.IDLE);
        for (int i = 0; i < 3; i++) {
            bounded.take("4e 6100", Phase.IDLE);
        }
    }

    @Test
    void aServerOfOursAsksForNoMoreThanItsClientBears() {
        ServerSession server = started(ProtocolLimits.DEFAULT.with(Limit.LOGIN_REQUESTS, 2));
        for (int i = 0; i < 2; i++) {
            server.send(new Authentication.CleartextPassword());
            clientSays(server, ANSWER);
        }
        assertRefused(server, new Authentication.CleartextPassword(), "comes more than 2 times");
        server.send(new Authentication.Ok());
        server.send(new ReadyForQuery());
    }

    @Test
    void norForAnotherMethod() {
        ServerSession server = started(ProtocolLimits.DEFAULT);
        server.send(new Authentication.CleartextPassword());
        clientSays(server, ANSWER);
        assertRefused(server, new Authentication.KerberosV5(), "asks for code 2 after code 3");
        server.send(new Authentication.CleartextPassword());
    }

    @Test
    void norDoesItSendMoreNotices() {
        ServerSession server = started(ProtocolLimits.DEFAULT.with(Limit.LOGIN_NOTICES, 1));
        NoticeResponse notice = new NoticeResponse(Bytes.utf8("hi\n"));
        server.send(notice);
        assertRefused(server, notice, "is beyond the limit of 1 before the login is over");
        server.send(new Authentication.Ok());
        server.send(new ReadyForQuery());
        server.send(notice);
        server.send(notice);
    }

    private static ServerSession started(ProtocolLimits limits) {
        ServerSession server = new ServerSession(limits);
        clientSays(server, StartupPacket.of("alice", "shop"));
        return server;
    }

    private static void clientSays(ServerSession server, FrontendMessage message) {
        server.received(message.encode());
        assertThat(server.next()).isTrue();
    }

    private static void assertRefused(ServerSession server, BackendMessage message, String why) {
        assertThatThrownBy(() -> server.send(message))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessageEndingWith(why);
        assertThat(server.phase()).isEqualTo(Phase.STARTUP);
    }

    @Test
    void anUnknownRequestLeavesNothingToSay() {
        client.take("52 0000000a", Phase.CLOSING);
        assertThat(client.session.message()).isEqualTo(new Authentication.Unknown(10));
        assertThatThrownBy(() -> client.session.send(ANSWER)).isInstanceOf(LocalProtocolException.class);
        client.take("4e 6100", Phase.CLOSING);
        client.take("45 6e6f00", Phase.CLOSING);
        assertThat(client.session.message()).isEqualTo(new ErrorResponse(Bytes.utf8("no")));
        assertThat(client.session.send(new Terminate()).length()).isEqualTo(1);
        assertThat(client.session.phase()).isEqualTo(Phase.CLOSED);
    }
}
