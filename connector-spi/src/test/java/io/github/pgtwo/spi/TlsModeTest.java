package io.github.pgtwo.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TlsModeTest {
    @Test
    void modesAreNamedAndOrderedAsInLibpq() {
        assertThat(TlsMode.values())
                .extracting(TlsMode::toString)
                .containsExactly("disable", "allow", "prefer", "require", "verify-ca", "verify-full");
        assertThat(Arrays.stream(TlsMode.values()).filter(TlsMode::verifies))
                .containsExactly(TlsMode.VERIFY_CA, TlsMode.VERIFY_FULL);
    }

    @Test
    void withoutTlsNothingIsSecured() {
        assertThat(StreamSecurity.NONE.mode()).isEqualTo(TlsMode.DISABLE);
        assertThatThrownBy(() -> StreamSecurity.NONE.secure(null, Endpoint.tcp("db", 5432), Duration.ZERO))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("db:5432");
    }
}
