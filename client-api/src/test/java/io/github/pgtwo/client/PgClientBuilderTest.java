package io.github.pgtwo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.multibindings.Multibinder;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.guice.PgClientModule;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Exposure;
import io.github.pgtwo.spi.Transport;
import org.junit.jupiter.api.Test;

class PgClientBuilderTest {
    private static final AuthProvider MD5 = Providers.sending("md5", 5, Exposure.GUESSABLE);

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> PgClient.builder().build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("endpoint");
        assertThatThrownBy(() -> PgClient.builder()
                        .endpoint(Endpoint.unix("/tmp", 5432))
                        .user("u")
                        .build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("no transport serves /tmp/.s.PGSQL.5432");
    }

    @Test
    void whatDoesNotFitTheStartupPacketIsRefused() {
        FakeServer server = new FakeServer();
        assertThatThrownBy(() -> server.client().user("u".repeat(33)).build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("33 bytes");
        assertThatThrownBy(() -> server.client().options("-c " + "x".repeat(61)).build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("63 bytes");
    }

    @Test
    void twoProvidersForOneRequestAreAnError() {
        PgClientBuilder builder = new FakeServer().client().authProvider(MD5);
        assertThatThrownBy(() -> builder.authProvider(Providers.sending("other", 5, Exposure.NOTHING)))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("request 5");
    }

    @Test
    void guiceFillsTheBuilder() {
        FakeServer server = FakeServer.loggedIn();
        var injector = Guice.createInjector(new PgClientModule(), new AbstractModule() {
            @Override
            protected void configure() {
                Multibinder.newSetBinder(binder(), Transport.class).addBinding().toInstance(server);
                Multibinder.newSetBinder(binder(), AuthProvider.class)
                        .addBinding()
                        .toInstance(MD5);
            }
        });
        PgClientBuilder builder = injector.getInstance(PgClientBuilder.class);
        assertThatThrownBy(() -> builder.authProvider(MD5)).isInstanceOf(PgUsageException.class);
        assertThat(injector.getInstance(PgClientBuilder.class))
                .as("a builder of its own for each injection")
                .isNotSameAs(builder);
        PgClient client = builder.endpoint(Endpoint.tcp("fake", 1))
                .user("alice")
                .serverProfile(Profiles.THIRTEEN)
                .build();
        assertThat(client.connect().isOpen()).isTrue();
    }
}
