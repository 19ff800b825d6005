package io.github.pgtwo.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where servers keep their sockets: packages of Linux distributions, then the server's own default. */
final class SocketDirectories {
    private static final List<String> USUAL = List.of("/var/run/postgresql", "/tmp");

    private SocketDirectories() {}

    /** The first with a socket for that port; without any, the first. */
    static String holding(int port) {
        return USUAL.stream()
                .filter(directory -> Files.exists(Path.of(directory, ".s.PGSQL." + port)))
                .findFirst()
                .orElse(USUAL.get(0));
    }
}
