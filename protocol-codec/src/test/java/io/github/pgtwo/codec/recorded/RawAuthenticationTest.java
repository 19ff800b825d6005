package io.github.pgtwo.codec.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.ServerRawBytes;
import io.github.pgtwo.codec.frontend.ClientRawBytes;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.codec.session.ServerSession;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recorded Kerberos dialogues, which run outside of messages: both sides must tell how many bytes they want. */
class RawAuthenticationTest {
    private static final int[] ANSWERS = {1, 4, 89};
    private static final int[] REQUESTS = {36, 608};

    private final ClientSession client = new ClientSession(ProtocolLimits.DEFAULT);
    private final ServerSession server = new ServerSession(ProtocolLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"8.3 06_auth_krb5_good", "8.3 06_auth_krb5_other_user"})
    void passesTheSessionsByAndComesBackToMessages(String name) {
        Recording recording = Recordings.named(name);
        byte[] fromClient = recording.sent(true).toByteArray();
        byte[] fromServer = recording.sent(false).toByteArray();
        server.received(fromClient, 0, fromClient.length);
        assertThat(server.next()).isTrue();
        StartupPacket startup = (StartupPacket) server.message();
        client.send(startup);
        client.received(fromServer, 0, fromServer.length);
        assertThat(client.next()).isTrue();
        assertThat(client.message()).isEqualTo(new Authentication.KerberosV5());
        server.send(new Authentication.KerberosV5());
        assertThat(client.next()).isFalse();
        assertThat(server.next()).isFalse();

        int sent = startup.wireLength();
        for (int request : REQUESTS) {
            Bytes raw = server.takeRaw(request).orElseThrow();
            assertThat(client.send(new ClientRawBytes(raw)))
                    .isEqualTo(recording.sent(true).slice(sent, sent + request));
            sent += request;
        }
        int answered = 5;
        for (int answer : ANSWERS) {
            Bytes raw = client.takeRaw(answer).orElseThrow();
            assertThat(server.send(new ServerRawBytes(raw)))
                    .isEqualTo(recording.sent(false).slice(answered, answered + answer));
            answered += answer;
        }
        assertEndsInMessages(recording);
    }

    private void assertEndsInMessages(Recording recording) {
        client.rawAuthenticationEnded();
        server.rawAuthenticationEnded();
        List<String> listed = recording.listing();
        int from = recording.understood().size() + ANSWERS.length + REQUESTS.length;
        Transcript transcript = new Transcript();
        while (true) {
            if (client.phase() == Phase.IDLE && server.next()) {
                transcript.client(server.message());
                client.send(server.message());
            } else if (client.next()) {
                transcript.server(client.message());
                server.send(client.message());
            } else {
                break;
            }
        }
        assertThat(Listing.of(transcript.messages())).isEqualTo(listed.subList(from, listed.size()));
    }
}
