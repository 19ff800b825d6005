package io.github.pgtwo.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Knows just enough of protocol 2.0 to knock at a server without the code that these servers are to test. */
final class RawClient implements Closeable {
    private static final int STARTUP_LENGTH = 296;

    private final Closeable channel;
    private final InputStream in;
    private final OutputStream out;

    private RawClient(Closeable channel, InputStream in, OutputStream out) {
        this.channel = channel;
        this.in = in;
        this.out = out;
    }

    static RawClient tcp(EmbeddedServer server) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        return new RawClient(socket, socket.getInputStream(), socket.getOutputStream());
    }

    static RawClient unix(EmbeddedServer server) throws IOException {
        var path = server.socketDirectory().resolve(".s.PGSQL." + server.port());
        SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(path));
        return new RawClient(socket, Channels.newInputStream(socket), Channels.newOutputStream(socket));
    }

    void startUp(String user) throws IOException {
        byte[] packet = new byte[STARTUP_LENGTH];
        ByteBuffer.wrap(packet).putInt(STARTUP_LENGTH).putInt(2 << 16).put(ascii("postgres"));
        System.arraycopy(ascii(user), 0, packet, 72, user.length());
        out.write(packet);
        out.flush();
    }

    void query(String sql) throws IOException {
        out.write(ascii("Q" + sql + "\0"));
        out.flush();
    }

    char nextByte() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new IOException("end of stream");
        }
        return (char) value;
    }

    int nextInt() throws IOException {
        return ByteBuffer.wrap(in.readNBytes(Integer.BYTES)).getInt();
    }

    /** Everything up to the end, which the server has to bring about. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
