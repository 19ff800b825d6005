package io.github.pgtwo.client.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.Providers;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Exposure;
import org.junit.jupiter.api.Test;

class AuthPolicyTest {
    private static final AuthProvider PASSWORD = Providers.sending("password", 3, Exposure.PASSWORD);
    private static final AuthProvider MD5 = Providers.sending("md5", 5, Exposure.GUESSABLE);

    @Test
    void policiesLookAtTheChannel() {
        ChannelInfo open = ChannelInfo.plain("");
        ChannelInfo local = ChannelInfo.plain("").withLocal();
        ChannelInfo encrypted = ChannelInfo.plain("").withEncrypted();
        for (AuthPolicy.Cleartext choice : AuthPolicy.Cleartext.values()) {
            AuthPolicy policy = AuthPolicy.DEFAULT.withCleartext(choice);
            assertThat(policy.objection(MD5, open, false)).isEmpty();
            assertThat(policy.objection(PASSWORD, open, false).isEmpty())
                    .isEqualTo(choice == AuthPolicy.Cleartext.ALWAYS);
            assertThat(policy.objection(PASSWORD, local, false).isEmpty())
                    .isEqualTo(choice.compareTo(AuthPolicy.Cleartext.LOCAL) >= 0);
            assertThat(policy.objection(PASSWORD, encrypted, false).isEmpty())
                    .isEqualTo(choice != AuthPolicy.Cleartext.NEVER);
        }
        assertThat(AuthPolicy.DEFAULT.cleartext()).isEqualTo(AuthPolicy.Cleartext.TLS);
    }
}
