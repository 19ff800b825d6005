package io.github.pgtwo.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void encodesInTheCharsetAskedFor() throws AuthenticationException {
        Secret secret = Secret.of("pässwörd".toCharArray());
        assertThat(secret.encode(StandardCharsets.UTF_8)).isEqualTo("pässwörd".getBytes(StandardCharsets.UTF_8));
        assertThat(secret.encode(StandardCharsets.ISO_8859_1)).hasSize(8);
    }

    @Test
    void aCharacterThatTheCharsetLacksIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> Secret.of("10€".toCharArray()).encode(StandardCharsets.ISO_8859_1))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("ISO-8859-1")
                .hasMessageNotContaining("€");
    }

    @Test
    void closingWipesTheCallersArray() {
        char[] characters = "secret".toCharArray();
        Secret secret = Secret.of(characters);
        assertThat(secret).hasToString("Secret[redacted]");
        secret.close();
        assertThat(characters).containsOnly('\0');
    }

    @Test
    void anArrayThatWasWipedBeforeIsRefused() {
        char[] characters = "secret".toCharArray();
        Secret.of(characters).close();
        assertThatThrownBy(() -> Secret.of(characters).encode(StandardCharsets.UTF_8))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("fresh one");
    }

    @Test
    void bytesAreSentAsTheyAreAndWiped() throws AuthenticationException {
        byte[] bytes = {'s', (byte) 0xe4};
        try (Secret secret = Secret.of(bytes)) {
            assertThat(secret.isEmpty()).isFalse();
            assertThat(secret.encode(StandardCharsets.UTF_8))
                    .isEqualTo(new byte[] {'s', (byte) 0xe4})
                    .isNotSameAs(bytes);
            assertThat(secret).hasToString("Secret[redacted]");
        }
        assertThat(bytes).containsOnly(0);
        assertThatThrownBy(() -> Secret.of(bytes).encode(StandardCharsets.UTF_8))
                .isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("fresh one");
        assertThat(Secret.of(new byte[0]).isEmpty()).isTrue();
    }
}
