package io.github.pgtwo.transport.unix;

import io.github.pgtwo.spi.StreamClosedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import jnr.constants.platform.Errno;
import jnr.constants.platform.Shutdown;
import jnr.enxio.channels.Native;
import jnr.unixsocket.UnixSocketChannel;
import jnr.unixsocket.UnixSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connected descriptor, through jnr.
 *
 * <p>The calls share {@link #use}; closing takes it alone. So no call ever runs on a descriptor that has been
 * closed, whose number may belong to somebody else by then.
 */
final class NativeSocket implements UnixSocket {
    private static final Logger LOG = LoggerFactory.getLogger(NativeSocket.class);

    private static final int EITHER = SelectionKey.OP_READ | SelectionKey.OP_WRITE;

    private final String path;
    private final UnixSocketChannel channel;
    private final int descriptor;
    private final ReadWriteLock use = new StampedLock().asReadWriteLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean ended;

    NativeSocket(String path, UnixSocketChannel channel) {
        this.path = path;
        this.channel = channel;
        this.descriptor = channel.getFD();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        Lock using = enter();
        try {
            return received(Native.read(descriptor, into));
        } finally {
            using.unlock();
        }
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        Lock using = enter();
        try {
            if (Native.write(descriptor, from) < 0) {
                throw failure(Native.getLastError());
            }
        } finally {
            using.unlock();
        }
    }

    @Override
    public int awaitEither() throws IOException {
        Lock using = enter();
        try {
            return NativePoll.await(descriptor, ended ? SelectionKey.OP_WRITE : EITHER);
        } finally {
            using.unlock();
        }
    }

    @Override
    public void writeSome(ByteBuffer from) throws IOException {
        Lock using = enter();
        try {
            if (!NativePoll.writeSome(descriptor, from)) {
                throw failure(NativePoll.lastError());
            }
        } finally {
            using.unlock();
        }
    }

    @Override
    public void receiveTimeout(int millis) throws IOException {
        Lock using = enter();
        try {
            channel.setOption(UnixSocketOptions.SO_RCVTIMEO, millis);
        } finally {
            using.unlock();
        }
    }

    @Override
    public Optional<String> peerUser() {
        try {
            return UserNames.ofUser(peerUserId());
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.debug("the user behind {} is unknown", path, e);
            return Optional.empty();
        }
    }

    private int peerUserId() throws IOException {
        Lock using = enter();
        try {
            return channel.getOption(UnixSocketOptions.SO_PEERCRED).getUid();
        } finally {
            using.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        Native.shutdown(descriptor, Shutdown.SHUT_RDWR.intValue()); // ends the calls that wait
        Lock alone = use.writeLock();
        alone.lock();
        try {
            channel.close();
        } finally {
            alone.unlock();
        }
    }

    private Lock enter() throws StreamClosedException {
        Lock using = use.readLock();
        using.lock();
        if (closed.get()) {
            using.unlock();
            throw new StreamClosedException(path);
        }
        return using;
    }

    private int received(int count) throws IOException {
        if (count < 0) {
            throw failure(Native.getLastError());
        }
        if (count == 0 && closed.get()) {
            throw new StreamClosedException(path);
        }
        ended = count == 0;
        return ended ? -1 : count;
    }

    private IOException failure(Errno error) {
        if (closed.get()) {
            return new StreamClosedException(path);
        }
        return error == Errno.EAGAIN || error == Errno.EWOULDBLOCK
                ? Timeout.reading(path)
                : new IOException("the connection to " + path + " broke: " + error);
    }
}
