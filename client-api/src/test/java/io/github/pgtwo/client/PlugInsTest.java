package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.md5;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Exposure;
import io.github.pgtwo.spi.Secret;
import io.github.pgtwo.spi.Transport;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins that misbehave, and such as nobody asked for. */
class PlugInsTest {
    @TempDir
    private Path jar;

    /** What a stray jar may hold: a transport that serves everything. */
    public static class Stray implements Transport {
        @Override
        public String name() {
            return "stray";
        }

        @Override
        public boolean supports(Endpoint endpoint) {
            return endpoint instanceof Endpoint.Tcp;
        }

        @Override
        public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
            throw new IOException("stray");
        }
    }

    /** A second one. */
    public static final class AnotherStray extends Stray {}

    /** A login method that nobody asked for. */
    public static final class StrayAuth implements AuthProvider {
        @Override
        public String method() {
            return "stray";
        }

        @Override
        public int requestCode() {
            return 5;
        }

        @Override
        public Exposure exposure() {
            return Exposure.NOTHING;
        }

        @Override
        public void authenticate(AuthExchange exchange) throws IOException {
            exchange.sendPassword(
                    exchange.credential().orElseThrow().encode(exchange.target().charset()));
        }
    }

    private <T> T withServices(Class<?> service, String lines, Callable<T> call) throws Exception {
        return withServices(jar, service, lines, call);
    }

    /** Where a folder on the path says that there are these services. */
    static <T> T withServices(Path jar, Class<?> service, String lines, Callable<T> call) throws Exception {
        Path file = jar.resolve("META-INF/services/" + service.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            current.setContextClassLoader(loader);
            return call.call();
        } finally {
            current.setContextClassLoader(before);
        }
    }

    @Test
    void twoDiscoveredTransportsForOneEndpointAreAnError() throws Exception {
        String lines = Stray.class.getName() + "\n" + AnotherStray.class.getName() + "\n";
        PgClientBuilder builder = withServices(
                        Transport.class, lines, () -> PgClient.builder().discover())
                .endpoint(Endpoint.tcp("db", 5432))
                .user("u");
        assertThatThrownBy(builder::build).isInstanceOf(PgUsageException.class).hasMessageContaining("AnotherStray");
        assertThat(builder.transport(new FakeServer()).build())
                .as("unless the application chose")
                .isNotNull();
    }

    @Test
    void aBrokenServiceLineDoesNotHideTheOthers() throws Exception {
        String lines = "no.such.Transport\n" + Stray.class.getName() + "\n";
        PgClient client = withServices(
                        Transport.class, lines, () -> PgClient.builder().discover())
                .endpoint(Endpoint.tcp("db", 5432))
                .user("u")
                .build();
        assertThatThrownBy(client::connect).hasMessageContaining("stray");
    }

    @Test
    void aDiscoveredLoginMethodIsUsedOnlyIfItIsNamed() throws Exception {
        for (boolean named : new boolean[] {false, true}) {
            FakeServer server = new FakeServer().answer(md5(0x5b3c9a01));
            PgClientBuilder builder = withServices(
                    AuthProvider.class,
                    StrayAuth.class.getName(),
                    () -> named
                            ? server.client().discover("stray")
                            : server.client().discover());
            PgClient client = builder.password("secret"::toCharArray).build();
            assertThatThrownBy(client::connect).isInstanceOf(PgException.class);
            assertThat(new String(server.received(), StandardCharsets.US_ASCII).contains("secret"))
                    .isEqualTo(named);
        }
    }

    /** In policies and options a name stands for one method. */
    @Test
    void twoLoginMethodsOfOneNameAreAnError() {
        PgClientBuilder two = new FakeServer()
                .client()
                .authProvider(Providers.of("md5", 5, exchange -> {}))
                .authProvider(Providers.of("md5", 77, exchange -> {}));
        assertThatThrownBy(two::build)
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("two plug-ins are login method md5");
        PgClientBuilder none = new FakeServer().client().authProvider(Providers.of("none", 77, exchange -> {}));
        assertThatThrownBy(none::build).isInstanceOf(PgUsageException.class).hasMessageContaining("none");
    }

    /** The second one would never be used. */
    @Test
    void twoTransportsOfOneNameAreAnError() {
        PgClientBuilder builder = PgClient.builder().transport(new Stray());
        assertThatThrownBy(() -> builder.transport(new AnotherStray()))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("two plug-ins are transport stray")
                .hasMessageContaining("AnotherStray");
    }

    @Test
    void aProviderCannotBelittleWhatItGivesAway() {
        AuthProvider harmless = Providers.of("test", 3, exchange -> exchange.sendPassword(new byte[] {'x'}));
        FakeServer server = new FakeServer().answer(new Authentication.CleartextPassword());
        PgClient client = server.client().authProvider(harmless).build();
        assertThatThrownBy(client::connect)
                .isInstanceOf(PgAuthException.class)
                .hasMessageContaining("would give away the password");
    }

    @Test
    void anExchangeEndsWhenItsProviderReturns() {
        List<AuthExchange> kept = new ArrayList<>();
        List<char[]> secrets = new ArrayList<>();
        CredentialSource source = (target, method) -> {
            secrets.add("secret".toCharArray());
            return Optional.of(Secret.of(secrets.get(0)));
        };
        FakeServer server = new FakeServer().answer(md5(0x5b3c9a01)).answer(ok(), ready());
        AuthProvider keeping = Providers.of("test", 5, exchange -> {
            kept.add(exchange);
            exchange.credential();
            exchange.sendPassword(new byte[] {'x'});
        });
        server.client().credentials(source).authProvider(keeping).build().connect();
        assertThat(secrets.get(0)).as("wiped although the provider forgot").containsOnly('\0');
        AuthExchange late = kept.get(0);
        assertThat(late.challenge()).isEqualTo(Bytes.of((byte) 0x5b, (byte) 0x3c, (byte) 0x9a, (byte) 0x01));
        assertThatThrownBy(late::credential).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> late.sendPassword(new byte[1])).isInstanceOf(IllegalStateException.class);
        assertThat(late.target().channel()).extracting(ChannelInfo::peer).isEqualTo("fake");
    }

    @Test
    void durationsAreChecked() {
        FakeServer server = FakeServer.loggedIn();
        assertThatThrownBy(() ->
                        server.client().readTimeout(Duration.ofSeconds(-1)).build())
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("negative");
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE);
        assertThat(server.client().loginTimeout(longest).build().connect().isOpen())
                .isTrue();
    }
}
