package io.github.pgtwo.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The framing of krb5_sendauth, with a request and a reply that are no Kerberos. */
class SendAuthTest {
    private static final String VERSIONS = "00000013" + hex("KRB5_SENDAUTH_V1.0\0") + "00000009" + hex("postgres\0");
    private static final String REQUEST = "00000003" + hex("REQ");
    private static final String REPLY = "00000003" + hex("REP");

    private static final class Proof implements KerberosProof {
        private String verified = "";

        @Override
        public byte[] request() {
            return new byte[] {'R', 'E', 'Q'};
        }

        @Override
        public void verify(byte[] reply) {
            verified = HexFormat.of().formatHex(reply);
        }
    }

    private final Proof proof = new Proof();

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void run(Script script, boolean mutual) throws IOException {
        SendAuth.run(script, proof, "postgres", mutual);
    }

    @Test
    void theWholeDialogue() throws IOException {
        Script script = new Script("00" + "00000000" + REPLY + "5200000000");
        run(script, true);
        assertThat(script.said()).isEqualTo(VERSIONS + REQUEST);
        assertThat(proof.verified).isEqualTo(hex("REP"));
        assertThat(script.left()).as("AuthenticationOk is the client's").isEqualTo(5);
    }

    @Test
    void withoutMutualProofTheDialogueIsShorter() throws IOException {
        Script script = new Script("00" + "00000000" + "5200000000");
        run(script, false);
        assertThat(script.left()).isEqualTo(5);
        assertThat(proof.verified).isEmpty();
    }

    @Test
    void anErrorIsLeftToTheClientWhereverItComes() throws IOException {
        for (String before : new String[] {"", "00", "00" + "00000000"}) {
            Script script = new Script(before + "45" + hex("FATAL") + "00");
            run(script, true);
            assertThat(script.left()).as("behind %s", before).isEqualTo(7);
            assertThat(script.writes())
                    .as("no second one to a server that has closed")
                    .isEqualTo(before.isEmpty() ? 1 : 2);
            assertThat(proof.verified).isEmpty();
        }
    }

    @Test
    void noticesOfOtherVersionsAreExplained() {
        assertFails("01", Kind.REJECTED_BY_SERVER, "does not know KRB5_SENDAUTH_V1.0");
        assertFails("02", Kind.REJECTED_BY_SERVER, "krb_srvname");
        assertFails("07", Kind.PROTOCOL, "first answer is 7");
    }

    @Test
    void aKerberosErrorIsExplained() {
        String fields = "a003020105" + "a10302011e" + "a603020125" + "ab091b07" + hex("too big");
        int length = fields.length() / 2;
        String error = "7e%02x30%02x".formatted(length + 2, length) + fields;
        assertFails(
                "00" + "%08x".formatted(length + 4) + error,
                Kind.REJECTED_BY_SERVER,
                "the clocks of client and server differ too much (KRB-ERROR 37: too big)");
        assertFails("00" + "00000001" + "7e", Kind.REJECTED_BY_SERVER, "(KRB-ERROR 0)");
    }

    @Test
    void aServerThatProvesNothingIsToldFromOneThatIsWrong() {
        assertFails("00" + "00000000" + "5200000000", Kind.SERVER_NOT_PROVEN, "prove its identity");
        assertFails("00" + "5200000000", Kind.SERVER_NOT_PROVEN, "prove its identity");
        assertFails("00" + "00000000" + "00010001", Kind.SERVER_NOT_PROVEN, "prove its identity");
        assertThatThrownBy(() -> run(new Script("00" + "ffffffff"), false))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("announces -1 bytes");
    }

    private void assertFails(String answers, Kind kind, String message) {
        assertThatThrownBy(() -> run(new Script(answers), true))
                .isInstanceOfSatisfying(
                        AuthenticationException.class,
                        thrown -> assertThat(thrown.kind()).isEqualTo(kind))
                .hasMessageContaining(message);
        assertThat(proof.verified).isEmpty();
    }

    @Test
    void aServerThatClosesIsNoticedAtAnyByte() {
        String whole = "00" + "00000000" + REPLY;
        for (int length = 0; length < whole.length(); length += 2) {
            String part = whole.substring(0, length);
            assertThatThrownBy(() -> run(new Script(part), true)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void withoutATicketNothingIsSaid() {
        Script script = new Script("00");
        KerberosProof none = new KerberosProof() {
            @Override
            public byte[] request() throws AuthenticationException {
                throw new AuthenticationException(Kind.NO_CREDENTIAL, "no ticket");
            }

            @Override
            public void verify(byte[] reply) {}
        };
        assertThatThrownBy(() -> SendAuth.run(script, none, "postgres", true)).hasMessage("no ticket");
        assertThat(script.said()).isEmpty();
    }
}
