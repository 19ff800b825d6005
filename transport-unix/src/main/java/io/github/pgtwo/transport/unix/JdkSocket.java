package io.github.pgtwo.transport.unix;

import io.github.pgtwo.spi.Readiness;
import io.github.pgtwo.spi.StreamClosedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connected channel that never blocks: only so a wait can have a deadline, and an interrupt does not close it.
 * Each direction waits by itself, as one thread may read while another writes.
 */
final class JdkSocket implements UnixSocket {
    private static final Logger LOG = LoggerFactory.getLogger(JdkSocket.class);

    private final String path;
    private final SocketChannel channel;
    private final Readiness readable;
    private final Readiness writable;
    private volatile int receiveTimeoutMillis;
    private volatile boolean ended;
    private volatile boolean closed;

    JdkSocket(String path, SocketChannel channel) {
        this.path = path;
        this.channel = channel;
        this.readable = new Readiness(channel);
        this.writable = new Readiness(channel);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        try {
            int count = channel.read(into);
            while (count == 0) {
                awaitReadable();
                count = channel.read(into);
            }
            return endChecked(count);
        } catch (IOException | ClosedSelectorException | CancelledKeyException e) {
            throw explained(e);
        }
    }

    private void awaitReadable() throws IOException {
        if (readable.awaitUninterruptibly(SelectionKey.OP_READ, receiveTimeoutMillis) == 0) {
            throw Timeout.reading(path);
        }
    }

    /** Closing may end the stream before it ends the wait. */
    private int endChecked(int count) throws IOException {
        if (count < 0 && closed) {
            throw new StreamClosedException(path);
        }
        ended = count < 0;
        return count;
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        try {
            while (channel.write(from) == 0) {
                writable.awaitUninterruptibly(SelectionKey.OP_WRITE, 0);
            }
        } catch (IOException | ClosedSelectorException | CancelledKeyException e) {
            throw explained(e);
        }
    }

    @Override
    public int awaitEither() throws IOException {
        try {
            int either = SelectionKey.OP_READ | SelectionKey.OP_WRITE;
            return writable.awaitUninterruptibly(ended ? SelectionKey.OP_WRITE : either, 0);
        } catch (IOException | ClosedSelectorException | CancelledKeyException e) {
            throw explained(e);
        }
    }

    @Override
    public void writeSome(ByteBuffer from) throws IOException {
        try {
            channel.write(from);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private IOException explained(Exception cause) {
        if (closed) {
            return new StreamClosedException(path);
        }
        return cause instanceof SocketTimeoutException timeout
                ? timeout
                : new IOException("the connection to " + path + " broke: " + cause.getMessage(), cause);
    }

    @Override
    public void receiveTimeout(int millis) {
        receiveTimeoutMillis = millis;
    }

    @Override
    public Optional<String> peerUser() {
        try {
            return Optional.of(
                    channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName());
        } catch (IOException | UnsupportedOperationException | LinkageError e) { // a small image may lack jdk.net
            LOG.debug("the user behind {} is unknown", path, e);
            return Optional.empty();
        }
    }

    /** The descriptor stays open as long as a selector has the channel. */
    @Override
    public void close() throws IOException {
        closed = true;
        try (writable;
                readable) {
            channel.close();
        }
    }
}
