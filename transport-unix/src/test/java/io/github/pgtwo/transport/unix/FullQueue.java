package io.github.pgtwo.transport.unix;

import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A listener whose queue has no room: who connects has to wait. */
final class FullQueue implements AutoCloseable {
    private static final int ENOUGH = 100;

    private final UnixDomainSocketAddress address;
    private final ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    private final List<SocketChannel> queued = new ArrayList<>();

    FullQueue(Path path) throws IOException {
        address = UnixDomainSocketAddress.of(path);
        listener.bind(address, 1);
        while (hasRoom()) {
            if (queued.size() > ENOUGH) {
                throw new IOException("the queue has no end");
            }
        }
    }

    Path path() {
        return address.getPath();
    }

    /** Makes room for those who wait. */
    void acceptAll() throws IOException {
        listener.configureBlocking(false);
        for (SocketChannel peer = listener.accept(); peer != null; peer = listener.accept()) {
            queued.add(peer);
        }
    }

    private boolean hasRoom() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        queued.add(channel);
        channel.configureBlocking(false);
        try {
            return channel.connect(address);
        } catch (SocketException e) { // how the JDK tells that the connection would have to wait
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : queued) {
            channel.close();
        }
        listener.close();
        Files.delete(path());
    }
}
