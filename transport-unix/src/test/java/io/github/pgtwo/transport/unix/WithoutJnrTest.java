package io.github.pgtwo.transport.unix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Transport;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** The transport where jnr is not to be found, as on a module path that does not name it. */
class WithoutJnrTest {

    @Test
    void tellsWhatIsMissing() throws Exception {
        try (URLClassLoader loader = loaderWithoutJnr()) {
            assertThatThrownBy(() -> open(loader, "jnr", "/tmp/x"))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot connect to /tmp/x: jnr-unixsocket is missing")
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    @Test
    void connectsThroughTheJdk() throws Throwable {
        try (URLClassLoader loader = loaderWithoutJnr();
                UnixServer server = new UnixServer()) {
            assertConnects(loader, "jdk", server);
            assertConnects(loader, "auto", server);
        }
    }

    private static void assertConnects(ClassLoader loader, String factory, UnixServer server) throws Throwable {
        try (AutoCloseable stream = open(loader, factory, server.endpoint().toString())) {
            assertThat(stream.getClass().getClassLoader()).isSameAs(loader);
            server.accept().close();
        }
    }

    private static URLClassLoader loaderWithoutJnr() {
        URL[] urls = Stream.of(UnixTransport.class, Transport.class, Bytes.class, Logger.class)
                .map(part -> part.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static AutoCloseable open(ClassLoader loader, String factory, String path) throws Throwable {
        Class<?> endpoints = loader.loadClass(Endpoint.class.getName());
        Class<?> unix = loader.loadClass(Endpoint.Unix.class.getName());
        Class<?> type = loader.loadClass(UnixTransport.class.getName());
        Object transport = type.getMethod(factory).invoke(null);
        Object endpoint = unix.getConstructor(String.class).newInstance(path);
        Method open = type.getMethod("open", endpoints, Duration.class);
        try {
            return (AutoCloseable) open.invoke(transport, endpoint, Duration.ZERO);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
