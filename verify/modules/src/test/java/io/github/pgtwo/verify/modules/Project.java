package io.github.pgtwo.verify.modules;

import io.github.pgtwo.auth.Md5Auth;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.testkit.transport.TransportContract;
import io.github.pgtwo.transport.tcp.TcpTransport;
import io.github.pgtwo.transport.unix.UnixTransport;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Where things are: the checkout and what was built from it. */
final class Project {
    static final Path ROOT = Path.of("..", "..");

    /** A class of each published module, by the module's directory. */
    static final Map<String, Class<?>> PUBLISHED = new TreeMap<>(Map.of(
            "protocol-codec", Bytes.class,
            "connector-spi", Transport.class,
            "transport-tcp", TcpTransport.class,
            "transport-unix", UnixTransport.class,
            "auth-providers", Md5Auth.class,
            "client-api", PgClient.class,
            "testkit", TransportContract.class));

    private Project() {}

    static String read(String path) throws IOException {
        return Files.readString(ROOT.resolve(path));
    }

    /** The jar, or the folder of classes, that a class was loaded from. */
    static Path built(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
