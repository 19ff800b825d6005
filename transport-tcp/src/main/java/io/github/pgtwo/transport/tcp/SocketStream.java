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
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connected socket. Adds no buffer: each write is handed to the system as it is. */
abstract class SocketStream implements ByteStream {
    private static final Logger LOG = LoggerFactory.getLogger(SocketStream.class);

    private final Socket socket;
    private final ChannelInfo info;
    private volatile boolean closed;

    SocketStream(Socket socket, Endpoint endpoint) {
        this.socket = socket;
        this.info = ChannelInfo.plain(endpoint + " (" + where(socket) + ")");
    }

    /** A proxy that resolves the name keeps the address to itself. */
    private static String where(Socket socket) {
        InetAddress address = socket.getInetAddress();
        return address == null ? "through a proxy" : address.getHostAddress();
    }

    @Override
    public final void readTimeout(Duration timeout) throws IOException {
        try {
            socket.setSoTimeout(Timeouts.millis(timeout));
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public final ChannelInfo info() {
        return info;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
    }

    /** The same count; closing may end the stream before it ends the wait. */
    final int endChecked(int count) throws StreamClosedException {
        if (count < 0 && closed) {
            throw new StreamClosedException(info.peer());
        }
        return count;
    }

    /** What went wrong, and whose doing it was. */
    final IOException explained(Exception cause) {
        if (closed) {
            return new StreamClosedException(info.peer());
        }
        if (cause instanceof ClosedByInterruptException interrupt) {
            closeQuietly();
            return new StreamClosedException(info.peer(), interrupt);
        }
        IOException explained = cause instanceof SocketTimeoutException
                ? new SocketTimeoutException("nothing came from " + info.peer() + " within the read timeout")
                : new IOException("the connection to " + info.peer() + " broke: " + cause.getMessage());
        explained.initCause(cause);
        return explained;
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            LOG.debug("closing the {} after an interrupt failed", info, e);
        }
    }
}
