package io.github.pgtwo.transport.unix;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Locale;

/** What a path of a socket may be. */
final class SocketPath {
    /** The address has 108 bytes on Linux and Windows, 104 elsewhere, with a NUL at the end or, if abstract, in front. */
    static final int MAX_BYTES = maxBytes(System.getProperty("os.name", ""));

    private SocketPath() {}

    static int maxBytes(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("linux") || name.startsWith("windows") ? 107 : 103;
    }

    static void checkLength(String path, int max) throws IOException {
        int bytes = path.getBytes(UTF_8).length;
        if (bytes > max) {
            throw new IOException("cannot connect to " + path + ": the path of a socket has at most " + max
                    + " bytes, this one has " + bytes);
        }
    }
}
