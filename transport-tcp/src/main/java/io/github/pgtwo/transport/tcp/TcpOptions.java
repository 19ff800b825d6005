package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.KeepAlive;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * How sockets are made. Immutable.
 *
 * @param sendBuffer bytes; 0 leaves the choice to the system
 * @param receiveBuffer bytes; 0 leaves the choice to the system
 * @param socksProxy who makes the connections for us, if anybody
 */
record TcpOptions(
        boolean noDelay,
        KeepAlive keepAlive,
        int sendBuffer,
        int receiveBuffer,
        Optional<InetSocketAddress> socksProxy) {
    static final TcpOptions DEFAULT = new TcpOptions(true, KeepAlive.DEFAULT, 0, 0, Optional.empty());

    TcpOptions {
        if (sendBuffer < 0 || receiveBuffer < 0) {
            throw new IllegalArgumentException("a buffer of less than no bytes");
        }
    }

    /** A socket that is not connected yet, as a window is agreed on when it is; with a channel, but for proxies. */
    Socket newSocket() throws IOException {
        Socket socket = socksProxy.isPresent()
                ? new Socket(new Proxy(Proxy.Type.SOCKS, socksProxy.get()))
                : SocketChannel.open().socket();
        try {
            applyTo(socket);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private void applyTo(Socket socket) throws IOException {
        socket.setTcpNoDelay(noDelay);
        KeepAliveOptions.apply(keepAlive, socket);
        if (sendBuffer > 0) {
            socket.setSendBufferSize(sendBuffer);
        }
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
    }
}
