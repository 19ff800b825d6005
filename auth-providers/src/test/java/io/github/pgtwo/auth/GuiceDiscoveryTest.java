package io.github.pgtwo.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import io.github.pgtwo.auth.guice.AuthProvidersModule;
import io.github.pgtwo.spi.AuthProvider;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuiceDiscoveryTest {
    @Test
    void theModuleContributesWhatServiceLoaderFinds() {
        Set<AuthProvider> providers = Guice.createInjector(new AuthProvidersModule())
                .getInstance(Key.get(new TypeLiteral<Set<AuthProvider>>() {}));
        assertThat(providers)
                .extracting(AuthProvider::method)
                .containsExactlyInAnyOrder("password", "crypt", "krb5", "md5", "creds");
    }
}
