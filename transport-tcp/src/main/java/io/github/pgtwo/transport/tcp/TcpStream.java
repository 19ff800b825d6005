package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamClosedException;
import io.github.pgtwo.spi.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A connected socket. Adds no buffer: each write is handed to the system as it is. */
final class TcpStream implements ByteStream {
    private final Socket socket;
    private final ChannelInfo info;
    private volatile boolean closed;

    TcpStream(Socket socket, Endpoint endpoint) {
        this.socket = socket;
        this.info = ChannelInfo.plain(endpoint + " (" + where(socket) + ")");
    }

    /** A proxy that resolves the name keeps the address to itself. */
    private static String where(Socket socket) {
        InetAddress address = socket.getInetAddress();
        return address == null ? "through a proxy" : address.getHostAddress();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return socket.getInputStream().read(into, offset, length);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public void writeFully(byte[] from, int offset, int length) throws IOException {
        try {
            socket.getOutputStream().write(from, offset, length);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public void readTimeout(Duration timeout) throws IOException {
        try {
            socket.setSoTimeout(Timeouts.millis(timeout));
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public ChannelInfo info() {
        return info;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
    }

    private IOException explained(IOException cause) {
        if (closed) {
            return new StreamClosedException(info.peer());
        }
        IOException explained = cause instanceof SocketTimeoutException
                ? new SocketTimeoutException("nothing came from " + info.peer() + " within the read timeout")
                : new IOException("the connection to " + info.peer() + " broke: " + cause.getMessage());
        explained.initCause(cause);
        return explained;
    }
}
