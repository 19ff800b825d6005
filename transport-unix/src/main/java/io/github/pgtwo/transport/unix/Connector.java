package io.github.pgtwo.transport.unix;

import java.io.IOException;
import java.net.SocketTimeoutException;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import jnr.unixsocket.UnixSocketOptions;

/** Opens sockets; leaves no descriptor behind where that fails. */
final class Connector {

    private Connector() {}

    /** Zero waits for ever. */
    static NativeSocket connect(String path, int timeoutMillis) throws IOException {
        UnixSocketAddress address = SocketPath.address(path);
        try {
            return new NativeSocket(path, connect(address, timeoutMillis));
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("cannot connect to " + path + ": " + e.getMessage(), e);
        }
    }

    private static UnixSocketChannel connect(UnixSocketAddress address, int timeoutMillis) throws IOException {
        UnixSocketChannel channel = UnixSocketChannel.open();
        try {
            connect(channel, address, timeoutMillis);
            return channel;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static void connect(UnixSocketChannel channel, UnixSocketAddress address, int timeoutMillis)
            throws IOException {
        // connect(2) waits while the listener's queue is full, and the send timeout bounds that wait
        channel.setOption(UnixSocketOptions.SO_SNDTIMEO, timeoutMillis);
        if (!channel.connect(address)) {
            throw new SocketTimeoutException("cannot connect to " + address.humanReadablePath() + " within "
                    + timeoutMillis + " ms: the listener lets connections wait");
        }
        channel.setOption(UnixSocketOptions.SO_SNDTIMEO, 0);
    }
}
