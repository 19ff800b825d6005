package io.github.pgtwo.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.testkit.auth.ScriptedExchange;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Methods that send bytes outside of messages: Kerberos V4 and SCM credentials. */
class BareDialogTest {
    private static final ChannelInfo PLAIN = ChannelInfo.plain("somewhere");

    private final Script script = new Script("");

    private void authenticate(AuthProvider provider, ChannelInfo channel) throws IOException {
        provider.authenticate(
                ScriptedExchange.withoutPassword("alice", Bytes.EMPTY).over(channel, script));
    }

    private void assertRefused(AuthProvider provider, ChannelInfo channel, Kind kind, String message) {
        assertThatThrownBy(() -> authenticate(provider, channel))
                .isInstanceOfSatisfying(
                        AuthenticationException.class,
                        thrown -> assertThat(thrown.kind()).isEqualTo(kind))
                .hasMessageContaining(message);
        assertThat(script.said()).isEmpty();
    }

    @Test
    void kerberosV4IsFramed() throws IOException {
        authenticate(new KerberosV4Auth(target -> new byte[] {7, 8}), PLAIN);
        assertThat(script.said()).isEqualTo("4155544856302e31" + "5047564552342e31" + "00000002" + "0708");
    }

    @Test
    void kerberosV4RequestsHaveABound() throws IOException {
        assertRefused(new KerberosV4Auth(target -> new byte[1251]), PLAIN, Kind.NO_CREDENTIAL, "1251 bytes");
        assertRefused(new KerberosV4Auth(target -> new byte[0]), PLAIN, Kind.NO_CREDENTIAL, "0 bytes");
        authenticate(new KerberosV4Auth(target -> new byte[1250]), PLAIN);
    }

    @Test
    void credentialsAreOneZeroOverALocalChannelOnly() throws IOException {
        assertRefused(new ScmAuth("Linux"), PLAIN, Kind.PROTOCOL, "only a Unix socket");
        assertRefused(new ScmAuth("Linux"), PLAIN.withEncrypted(), Kind.PROTOCOL, "only a Unix socket");
        assertRefused(new ScmAuth("FreeBSD"), PLAIN.withLocal(), Kind.UNSUPPORTED, "FreeBSD");
        authenticate(new ScmAuth("Linux"), PLAIN.withLocal());
        assertThat(script.said()).isEqualTo("00");
    }
}
