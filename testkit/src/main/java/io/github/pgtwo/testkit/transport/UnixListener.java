package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Listens in a directory of its own, at a path as a postmaster's of port 5432. */
final class UnixListener implements Listener {
    private final Path directory = Files.createTempDirectory("pgtwo");
    private final Path socket = directory.resolve(".s.PGSQL.5432");
    private final ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);

    UnixListener() throws IOException {
        listener.bind(UnixDomainSocketAddress.of(socket), 50);
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
    public void close() throws IOException {
        listener.close();
        Files.deleteIfExists(socket);
        Files.deleteIfExists(directory);
    }

    /** Only unread bytes make a reset of {@link #abort}: these sockets have no other. */
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
