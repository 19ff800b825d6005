package io.github.pgtwo.codec.session;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.DeclaredRequests;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.StartupPacket;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Login requests that only the two sides know. */
class DeclaredRequestsTest {
    private static final Bytes CHALLENGE = Bytes.wrap(hex("52 00 ff 01 02 5a"));
    private static final Authentication REQUEST = new Authentication.Declared(77, CHALLENGE);
    private static final String WIRE = "52 0000004d 5200ff01025a";
    private static final DeclaredRequests DECLARED =
            DeclaredRequests.NONE.with(77, 6).with(-1, 0).with(13, DeclaredRequests.LONGEST_CHALLENGE);
    private static final PasswordPacket ANSWER = new PasswordPacket(Bytes.utf8("answer"));

    private final ClientSession client = started(ProtocolLimits.DEFAULT);

    private static ClientSession started(ProtocolLimits limits) {
        ClientSession session = new ClientSession(limits, Set.of(), DECLARED);
        session.send(StartupPacket.of("alice", "shop"));
        return session;
    }

    private static boolean hears(ClientSession session, String hex) {
        session.received(Bytes.wrap(hex(hex)));
        return session.next();
    }

    @Test
    void theChallengeEndsWhereItWasDeclaredTo() {
        assertThat(REQUEST.encode()).isEqualTo(Bytes.wrap(hex(WIRE)));
        assertThat(REQUEST.wireLength()).isEqualTo(11);
        assertThat(hears(client, WIRE + "52 00000000 5a")).isTrue();
        assertThat(client.message()).isEqualTo(REQUEST);
        assertThat(client.phase()).isEqualTo(Phase.AUTHENTICATING);
    }

    @Test
    void itIsAnsweredByAPasswordPacketAndMayLetTheClientIn() {
        ServerSession server = new ServerSession(ProtocolLimits.DEFAULT);
        server.received(StartupPacket.of("alice", "shop").encode());
        assertThat(server.next()).isTrue();
        client.received(server.send(REQUEST));
        assertThat(client.next()).isTrue();
        server.received(client.send(ANSWER));
        assertThat(server.next()).isTrue();
        assertThat(server.message()).isEqualTo(ANSWER);
        client.received(server.send(new Authentication.Ok()));
        assertThat(client.next()).isTrue();
        assertThat(client.phase()).isEqualTo(Phase.BACKEND_START);
    }

    @Test
    void itMayComeByteByByte() {
        byte[] wire = hex(WIRE);
        for (int i = 0; i < wire.length; i++) {
            assertThat(client.next()).as("before byte %d", i).isFalse();
            client.received(wire, i, 1);
        }
        assertThat(client.next()).isTrue();
        assertThat(client.message()).isEqualTo(REQUEST).hasSameHashCodeAs(REQUEST);
    }

    @Test
    void theShortestAndTheLongestChallenge() {
        assertThat(hears(client, "52 ffffffff")).isTrue();
        assertThat(client.message()).isEqualTo(new Authentication.Declared(-1, Bytes.EMPTY));
        Authentication longest = new Authentication.Declared(13, Bytes.wrap(new byte[1024]));
        ClientSession other = started(ProtocolLimits.DEFAULT);
        other.received(longest.encode());
        assertThat(other.next()).isTrue();
        assertThat(other.message()).isEqualTo(longest);
    }

    @Test
    void whatWasKnownBeforeIsReadAsBefore() {
        assertThat(hears(client, "52 00000005 01020304")).isTrue();
        assertThat(client.message()).isEqualTo(new Authentication.Md5Password(Bytes.wrap(hex("01020304"))));
    }

    @Test
    void anotherCodeStillEndsTheConversation() {
        assertThat(hears(client, "52 0000004e")).isTrue();
        assertThat(client.message()).isEqualTo(new Authentication.Unknown(78));
        assertThat(client.phase()).isEqualTo(Phase.CLOSING);
    }

    @Test
    void theCodeMayNotChange() {
        hears(client, WIRE);
        client.send(ANSWER);
        assertThatThrownBy(() -> hears(client, "52 00000003"))
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("asks for code 3 after code 77");
    }

    @Test
    void theLimitOfMessagesHoldsAsWell() {
        ClientSession bounded = started(ProtocolLimits.DEFAULT.with(Limit.MESSAGE, 10));
        assertThatThrownBy(() -> hears(bounded, "52 0000004d"))
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining("Authentication.challenge at byte 5")
                .hasMessageContaining("exceeds the limit of 10 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatServersKnowCannotBeDeclared(int code) {
        assertThatThrownBy(() -> DeclaredRequests.NONE.with(code, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("login request " + code + " has its meaning already");
        assertThatThrownBy(() -> new Authentication.Declared(code, Bytes.EMPTY))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessageContaining("known code " + code);
    }

    @ParameterizedTest
    @CsvSource({"99, -1", "99, 1025", "77, 6"})
    void lengthsAreBoundedAndCodesDeclaredOnce(int code, int length) {
        assertThatThrownBy(() -> DECLARED.with(code, length))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("login request " + code);
    }

    @Test
    void noServerSaysMoreThanTheLongestChallenge() {
        assertThatThrownBy(() -> new Authentication.Declared(77, Bytes.wrap(new byte[1025])))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessageContaining("1025 bytes");
    }
}
