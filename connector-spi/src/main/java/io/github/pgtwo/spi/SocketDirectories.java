package io.github.pgtwo.spi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where servers keep their sockets: packages of Linux distributions, then the server's own default. */
public final class SocketDirectories {
    /** The directories, in the order in which they are looked through. */
    public static final List<String> USUAL = List.of("/var/run/postgresql", "/tmp");

    private SocketDirectories() {}

    /**
     * The socket for that port in the first of the usual directories that has one; without any, in the first.
     *
     * @throws IllegalArgumentException if the port is not within 1 to 65535
     */
    public static Endpoint usualEndpoint(int port) {
        return endpoint(USUAL, port);
    }

    /** The same for other directories. */
    public static Endpoint endpoint(List<String> directories, int port) {
        return directories.stream()
                .map(directory -> Endpoint.unix(directory, port))
                .filter(endpoint -> Files.exists(Path.of(endpoint.toString())))
                .findFirst()
                .orElseGet(() -> Endpoint.unix(directories.get(0), port));
    }
}
