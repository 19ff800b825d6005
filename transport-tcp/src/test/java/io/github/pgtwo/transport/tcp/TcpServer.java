package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.transport.ContractPeer;
import io.github.pgtwo.testkit.transport.ContractServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

/** Listens on the loopback address. */
final class TcpServer implements ContractServer, AutoCloseable {
    private final ServerSocket listener;
    private final FullQueue full;
    private final int desertedPort;

    TcpServer() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        full = new FullQueue(InetAddress.getLoopbackAddress(), 0);
        desertedPort = freePort();
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.tcp("localhost", listener.getLocalPort());
    }

    @Override
    public ContractPeer accept() throws IOException {
        return new TcpPeer(listener.accept());
    }

    @Override
    public Endpoint deserted() {
        return Endpoint.tcp("localhost", desertedPort);
    }

    @Override
    public Optional<Endpoint> silent() {
        return Optional.of(Endpoint.tcp("127.0.0.1", full.port()));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        full.close();
    }

    static int freePort() throws IOException {
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return unused.getLocalPort();
        }
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
            socket.setSoLinger(true, 0);
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
