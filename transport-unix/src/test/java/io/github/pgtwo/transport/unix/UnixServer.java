package io.github.pgtwo.transport.unix;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.transport.ContractPeer;
import io.github.pgtwo.testkit.transport.ContractServer;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Listens in a directory of its own, through the sockets of the JDK. */
final class UnixServer implements ContractServer, AutoCloseable {
    private final Path directory = Files.createTempDirectory("pgtwo");
    private final Path socket = directory.resolve("listening");
    private final ServerSocketChannel listener;
    private final FullQueue full;

    UnixServer() throws IOException {
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(socket), 50);
        full = new FullQueue(directory.resolve("full"));
    }

    @Override
    public Endpoint endpoint() {
        return new Endpoint.Unix(socket.toString());
    }

    @Override
    public ContractPeer accept() throws IOException {
        return new UnixPeer(listener.accept());
    }

    @Override
    public Endpoint deserted() {
        return new Endpoint.Unix(directory.resolve("deserted").toString());
    }

    @Override
    public Optional<Endpoint> silent() {
        return Optional.of(new Endpoint.Unix(full.path().toString()));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        full.close();
        Files.delete(socket);
        Files.delete(directory);
    }

    /** Unread bytes make a reset of its {@link #close}. */
    private record UnixPeer(SocketChannel channel) implements ContractPeer {
        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return channel.read(ByteBuffer.wrap(into, offset, length));
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(from, offset, length);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }

        @Override
        public void abort() throws IOException {
            channel.close();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
