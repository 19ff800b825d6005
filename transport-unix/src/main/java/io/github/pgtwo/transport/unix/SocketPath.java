package io.github.pgtwo.transport.unix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import jnr.unixsocket.UnixSocketAddress;

/** Paths as addresses of sockets. */
final class SocketPath {
    /** What Linux allows; a system that allows less refuses by itself. */
    static final int MAX_BYTES = 107;

    private SocketPath() {}

    static UnixSocketAddress address(String path) throws IOException {
        int bytes = path.getBytes(UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new IOException("cannot connect to " + path + ": the path of a socket has at most " + MAX_BYTES
                    + " bytes, this one has " + bytes);
        }
        // jnr takes the number of chars for the length in bytes and would cut the path short
        return new UnixSocketAddress(path + "\0".repeat(bytes - path.length()));
    }
}
