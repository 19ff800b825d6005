package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.spi.Endpoint;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A client of nothing but the codec and the channels of the JDK. */
final class RawClient implements AutoCloseable {
    private final SocketChannel channel;
    private final ClientSession session = new ClientSession(ProtocolLimits.DEFAULT);

    RawClient(Endpoint endpoint) throws IOException {
        channel = SocketChannel.open(address(endpoint));
    }

    private static SocketAddress address(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Tcp tcp
                ? new InetSocketAddress(tcp.host(), tcp.port())
                : UnixDomainSocketAddress.of(((Endpoint.Unix) endpoint).path());
    }

    void logIn() throws IOException {
        say(StartupPacket.of("alice", "shop"));
        hear(3);
    }

    void ask(String sql) throws IOException {
        say(new Query(Bytes.utf8(sql)));
    }

    void say(FrontendMessage message) throws IOException {
        send(session.send(message));
    }

    void send(Bytes bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    List<BackendMessage> hear(int count) throws IOException {
        List<BackendMessage> heard = new ArrayList<>();
        while (heard.size() < count) {
            if (session.next()) {
                heard.add(session.message());
            } else if (session.receive((into, offset, length) -> channel.read(ByteBuffer.wrap(into, offset, length)))
                    < 0) {
                throw new EOFException("after " + heard);
            }
        }
        return heard;
    }

    /** Everything up to the end, or to a reset. */
    Bytes bytesToTheEnd() throws IOException {
        ByteBuffer all = ByteBuffer.allocate(100_000);
        while (channel.read(all) >= 0) {
            // more may come
        }
        return Bytes.copyOf(all.array(), 0, all.position());
    }

    /** So many bytes, or as many as there are. */
    Bytes bytes(int count) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(count);
        while (some.hasRemaining() && channel.read(some) >= 0) {
            // more may come
        }
        return Bytes.copyOf(some.array(), 0, some.position());
    }

    /** What one read gives. */
    Bytes oneRead() throws IOException {
        ByteBuffer some = ByteBuffer.allocate(1000);
        channel.read(some);
        return Bytes.copyOf(some.array(), 0, some.position());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
