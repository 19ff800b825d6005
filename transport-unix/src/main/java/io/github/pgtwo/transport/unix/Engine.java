package io.github.pgtwo.transport.unix;

import java.io.IOException;

/** The ways to Unix sockets. What needs jnr is named only where it is surely wanted. */
enum Engine {
    /** The native calls of jnr-unixsocket. */
    JNR {
        @Override
        UnixSocket connect(String path, int timeoutMillis) throws IOException {
            try {
                return JnrConnector.connect(path, timeoutMillis);
            } catch (LinkageError e) {
                throw new IOException(
                        "cannot connect to " + path + ": jnr-unixsocket is missing, or may not be used; on the"
                                + " module path it needs --add-modules org.jnrproject.unixsocket",
                        e);
            }
        }
    },

    /** The channels of the JDK. */
    JDK {
        @Override
        UnixSocket connect(String path, int timeoutMillis) throws IOException {
            return JdkConnector.connect(path, timeoutMillis);
        }
    },

    /** {@link #JNR} where it works, or {@link #JDK}. */
    AUTO {
        @Override
        UnixSocket connect(String path, int timeoutMillis) throws IOException {
            return EngineChoice.once().engine().connect(path, timeoutMillis);
        }
    };

    /** Zero waits for ever. Errors name the path. */
    abstract UnixSocket connect(String path, int timeoutMillis) throws IOException;
}
