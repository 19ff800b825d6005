package io.github.pgtwo.spi;

import java.net.URI;

/** Where a postmaster listens. Immutable. */
public sealed interface Endpoint permits Endpoint.Tcp, Endpoint.Unix, Endpoint.Custom {

    /** A TCP endpoint; the name is resolved each time a stream is opened. */
    static Endpoint tcp(String host, int port) {
        return new Tcp(host, port);
    }

    /**
     * The socket that a postmaster of that port keeps in a directory: {@code <directory>/.s.PGSQL.<port>}.
     *
     * @param directory or {@code @name}, as in libpq, for a socket with an abstract name
     */
    static Endpoint unix(String directory, int port) {
        return new Unix(checkText("directory", directory) + "/.s.PGSQL." + checkPort(port));
    }

    /** Whether a host is an address literal, which no resolver is asked for. */
    static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private static int checkPort(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not within 1 to 65535");
        }
        return port;
    }

    private static String checkText(String what, String text) {
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(what + " is empty or holds a NUL");
        }
        return text;
    }

    /**
     * A TCP endpoint.
     *
     * @param host a name or an address literal, IPv6 without brackets; not empty
     * @param port 1 to 65535
     */
    record Tcp(String host, int port) implements Endpoint {
        /** Checks the ranges; throws {@link IllegalArgumentException}. */
        public Tcp {
            checkText("host", host);
            checkPort(port);
        }

        @Override
        public String toString() {
            return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /**
     * A Unix-domain socket.
     *
     * @param path the socket's own path, not its directory; not empty. What begins with {@code @} is an abstract name,
     *     which stands in no directory and which only Linux has; for a file of such a name write {@code ./@}
     */
    record Unix(String path) implements Endpoint {
        /** Checks the path; throws {@link IllegalArgumentException}. */
        public Unix {
            checkText("path", path);
        }

        /** Whether the path is an abstract name. */
        public boolean isAbstract() {
            return path.startsWith("@");
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /**
     * An endpoint of a transport that pgtwo does not know.
     *
     * @param uri whatever that transport understands
     */
    record Custom(URI uri) implements Endpoint {
        @Override
        public String toString() {
            return uri.toString();
        }
    }
}
