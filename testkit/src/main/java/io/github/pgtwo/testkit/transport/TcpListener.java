package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Listens on the loopback address. */
final class TcpListener implements Listener {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    TcpListener() throws IOException {}

    @Override
    public Endpoint endpoint() {
        return Endpoint.tcp(listener.getInetAddress().getHostAddress(), listener.getLocalPort());
    }

    @Override
    public ContractPeer accept() throws IOException {
        Socket socket = listener.accept();
        // one write is one segment, as far as TCP allows
        socket.setTcpNoDelay(true);
        return new TcpPeer(socket);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private record TcpPeer(Socket socket) implements ContractPeer {
        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return socket.getInputStream().read(into, offset, length);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            socket.getOutputStream().write(from, offset, length);
        }

        @Override
        public void abort() throws IOException {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
