package io.github.pgtwo.transport.unix;

import io.github.pgtwo.spi.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where servers keep their sockets: packages of Linux distributions, then the server's own default. */
final class SocketDirectories {
    static final List<String> USUAL = List.of("/var/run/postgresql", "/tmp");

    private SocketDirectories() {}

    /** In the first directory with a socket for that port; without any, in the first. */
    static Endpoint endpoint(List<String> directories, int port) {
        return directories.stream()
                .map(directory -> Endpoint.unix(directory, port))
                .filter(endpoint -> Files.exists(Path.of(endpoint.toString())))
                .findFirst()
                .orElseGet(() -> Endpoint.unix(directories.get(0), port));
    }
}
