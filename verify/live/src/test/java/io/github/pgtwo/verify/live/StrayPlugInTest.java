package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Exposure;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar on the path with a login method of its own for a request that pgtwo's own answers too. */
class StrayPlugInTest extends ServerContract {
    @TempDir
    private Path jar;

    /** What the jar offers. */
    public static final class Stray implements AuthProvider {
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
        public void authenticate(AuthExchange exchange) {
            throw new IllegalStateException("stray");
        }
    }

    @Override
    Endpoint endpointOf(EmbeddedServer server) {
        return tcp(server);
    }

    private PgClientBuilder withStray(String... named) throws IOException {
        Path file = jar.resolve("META-INF/services/" + AuthProvider.class.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, Stray.class.getName());
        PgClientBuilder builder = clientOf(Servers.thirteen()).user("by_md5").password("by_md5"::toCharArray);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            return builder.discover(named);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void isNotUsedWhereNobodyNamesIt() throws IOException {
        try (PgConnection connection = withStray().build().connect()) {
            assertAnswers(connection);
        }
    }

    @Test
    void neverTakesThePlaceOfOurs() throws IOException {
        PgClientBuilder builder = withStray("stray");
        assertThatThrownBy(builder::build)
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("two plug-ins answer authentication request 5")
                .hasMessageContaining("Stray");
    }

    @Test
    void isUsedWhereTheApplicationHandsItOver() throws IOException {
        PgClientBuilder builder = withStray().authProvider(new Stray());
        assertThatThrownBy(() -> builder.build().connect()).hasMessage("login by stray failed: stray");
    }
}
