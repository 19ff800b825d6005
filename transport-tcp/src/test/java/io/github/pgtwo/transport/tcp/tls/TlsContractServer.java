package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.transport.ContractPeer;
import io.github.pgtwo.testkit.transport.ContractServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** A TLS server of the JDK as the peer of a contract. */
final class TlsContractServer implements ContractServer, AutoCloseable {
    private final TlsServer server = new TlsServer(Certificates.server(Certificates.SERVER), socket -> {});
    private final ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int desertedPort;

    TlsContractServer() throws IOException {
        try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            desertedPort = unused.getLocalPort();
        }
    }

    @Override
    public Endpoint endpoint() {
        return Endpoint.tcp("localhost", server.port());
    }

    @Override
    public ContractPeer accept() throws IOException {
        return new TlsPeer(server.accept());
    }

    @Override
    public Endpoint deserted() {
        return Endpoint.tcp("localhost", desertedPort);
    }

    /** Connects, but never says a word of TLS. */
    @Override
    public Optional<Endpoint> silent() {
        return Optional.of(Endpoint.tcp("localhost", silent.getLocalPort()));
    }

    @Override
    public void close() throws IOException {
        server.close();
        silent.close();
    }

    private record TlsPeer(TlsServer.Peer peer) implements ContractPeer {
        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return peer.tls().getInputStream().read(into, offset, length);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            peer.tls().getOutputStream().write(from, offset, length);
        }

        @Override
        public void abort() throws IOException {
            peer.raw().setSoLinger(true, 0);
            peer.raw().close();
        }

        @Override
        public void close() throws IOException {
            peer.tls().close();
        }
    }
}
