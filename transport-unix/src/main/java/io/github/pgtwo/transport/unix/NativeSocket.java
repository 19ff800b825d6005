package io.github.pgtwo.transport.unix;

import io.github.pgtwo.spi.StreamClosedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import jnr.constants.platform.Errno;
import jnr.constants.platform.Shutdown;
import jnr.enxio.channels.Native;
import jnr.unixsocket.UnixSocketChannel;
import jnr.unixsocket.UnixSocketOptions;

/**
 * A connected descriptor.
 *
 * <p>The calls share {@link #use}; closing takes it alone. So no call ever runs on a descriptor that has been
 * closed, whose number may belong to somebody else by then.
 */
final class NativeSocket {
    private final String path;
    private final UnixSocketChannel channel;
    private final int descriptor;
    private final ReadWriteLock use = new StampedLock().asReadWriteLock();
    private final AtomicBoolean closed = new AtomicBoolean();

    NativeSocket(String path, UnixSocketChannel channel) {
        this.path = path;
        this.channel = channel;
        this.descriptor = channel.getFD();
    }

    /** The number of bytes put into the direct buffer, or -1 at the end. */
    int read(ByteBuffer into) throws IOException {
        Lock using = enter();
        try {
            return received(Native.read(descriptor, into));
        } finally {
            using.unlock();
        }
    }

    /** Takes what the socket accepts from the direct buffer. */
    void write(ByteBuffer from) throws IOException {
        Lock using = enter();
        try {
            if (Native.write(descriptor, from) < 0) {
                throw failure(Native.getLastError());
            }
        } finally {
            using.unlock();
        }
    }

    void receiveTimeout(int millis) throws IOException {
        Lock using = enter();
        try {
            channel.setOption(UnixSocketOptions.SO_RCVTIMEO, millis);
        } finally {
            using.unlock();
        }
    }

    void close() throws IOException {
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
        return count == 0 ? -1 : count;
    }

    private IOException failure(Errno error) {
        if (closed.get()) {
            return new StreamClosedException(path);
        }
        return error == Errno.EAGAIN || error == Errno.EWOULDBLOCK
                ? new SocketTimeoutException("nothing came from " + path + " within the read timeout")
                : new IOException("the connection to " + path + " broke: " + error);
    }
}
