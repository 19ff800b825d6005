package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.transport.ContractPeer;
import io.github.pgtwo.testkit.transport.ContractServer;
import io.github.pgtwo.testkit.transport.Listener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Listens on the loopback address, and has a port where nobody does, and one where nobody is let in. */
final class TcpServer implements ContractServer, AutoCloseable {
    private final Listener listener = Listener.tcp();
    private final FullQueue full = new FullQueue(InetAddress.getLoopbackAddress(), 0);
    private final int desertedPort = freePort();

    TcpServer() throws IOException {}

    /** By name, so that one is resolved. */
    @Override
    public Endpoint endpoint() {
        return Endpoint.tcp("localhost", ((Endpoint.Tcp) listener.endpoint()).port());
    }

    @Override
    public ContractPeer accept() throws IOException {
        return listener.accept();
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
}
