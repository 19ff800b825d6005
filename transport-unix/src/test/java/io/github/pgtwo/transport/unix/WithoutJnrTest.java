package io.github.pgtwo.transport.unix;

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
        try (URLClassLoader loader = loaderOf(UnixTransport.class, Transport.class, Bytes.class, Logger.class)) {
            assertThatThrownBy(() -> open(loader))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot connect to /tmp/x: jnr-unixsocket is missing")
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    private static URLClassLoader loaderOf(Class<?>... parts) {
        URL[] urls = Stream.of(parts)
                .map(part -> part.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static void open(ClassLoader loader) throws Throwable {
        Class<?> endpoints = loader.loadClass(Endpoint.class.getName());
        Class<?> unix = loader.loadClass(Endpoint.Unix.class.getName());
        Class<?> type = loader.loadClass(UnixTransport.class.getName());
        Object transport = type.getConstructor().newInstance();
        Object endpoint = unix.getConstructor(String.class).newInstance("/tmp/x");
        Method open = type.getMethod("open", endpoints, Duration.class);
        try {
            open.invoke(transport, endpoint, Duration.ZERO);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
