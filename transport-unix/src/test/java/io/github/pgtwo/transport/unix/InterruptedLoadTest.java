package io.github.pgtwo.transport.unix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.spi.Endpoint;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first use of jnr in a program, or as here, in a class loader, by a thread that is interrupted. */
class InterruptedLoadTest {

    /** Runs within the class loader of the test; tells whether the interrupt is kept. */
    public static final class Opening implements Callable<Boolean> {
        private final Path socket;

        public Opening(Path socket) {
            this.socket = socket;
        }

        @Override
        public Boolean call() throws Exception {
            Thread.currentThread().interrupt();
            UnixTransport.jnr()
                    .open(new Endpoint.Unix(socket.toString()), Duration.ofSeconds(10))
                    .close();
            return Thread.interrupted();
        }
    }

    @Test
    void spoilsNothing() throws Exception {
        try (UnixServer server = new UnixServer();
                URLClassLoader fresh = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Object opening = fresh.loadClass(Opening.class.getName())
                    .getConstructor(Path.class)
                    .newInstance(Path.of(server.endpoint().toString()));
            assertThat(((Callable<?>) opening).call())
                    .as("the interrupt is kept")
                    .isEqualTo(true);
        } finally {
            Thread.interrupted();
        }
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(":"))
                .map(InterruptedLoadTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
