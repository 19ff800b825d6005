package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.client.session.TransactionBound;
import io.github.pgtwo.codec.Bytes;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * An open large object with a position, in bytes from 0. It lives as long as its transaction, and does not hold the
 * connection between calls. Positions beyond 2 GiB need a server from 9.3 on. Not thread-safe.
 */
public final class LargeObject implements AutoCloseable {
    private static final int MOST_AT_ONCE = 1 << 18;
    private static final int FROM_START = 0;
    private static final int FROM_END = 2;

    private final LargeObjectCalls calls;
    private final Bytes descriptor;
    private final TransactionBound life;
    private boolean closed;

    LargeObject(LargeObjectCalls calls, int descriptor) {
        this.calls = calls;
        this.descriptor = LargeObjectCalls.int4(descriptor);
        life = new TransactionBound(calls.session());
    }

    /**
     * Reads from the position on, and moves it.
     *
     * @param most how many bytes at most, from 1
     * @return as many bytes as there were, up to 256 KiB; empty at the end
     */
    public Bytes read(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("cannot read " + most + " bytes");
        }
        checkOpen();
        int count = Math.min(most, MOST_AT_ONCE);
        Bytes read = calls.bytes(LargeObjectFunction.LOREAD, descriptor, LargeObjectCalls.int4(count));
        if (read.length() > count) {
            throw calls.broken("loread returned " + read.length() + " bytes instead of " + count);
        }
        return read;
    }

    /** Writes at the position, and moves it. */
    public void write(byte[] from, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, from.length);
        checkOpen();
        int end = offset + length;
        for (int next = offset; next < end; ) {
            int count = Math.min(end - next, MOST_AT_ONCE);
            Bytes piece = Bytes.wrap(from, next, next + count);
            int written = calls.int4(LargeObjectFunction.LOWRITE, descriptor, piece);
            if (written <= 0 || written > count) {
                throw calls.broken("lowrite took " + written + " of " + count + " bytes");
            }
            next += written;
        }
    }

    /** Moves to a position; behind the end is possible. */
    public void seek(long position) {
        seek(position, FROM_START);
    }

    /** The size in bytes; the position stays. */
    public long size() {
        long position = tell();
        long size = seek(0, FROM_END);
        seek(position);
        return size;
    }

    private long seek(long offset, int whence) {
        checkOpen();
        Bytes from = LargeObjectCalls.int4(whence);
        return calls.has(ServerTrait.LO_64_BIT)
                ? calls.int8(LargeObjectFunction.LO_LSEEK64, descriptor, LargeObjectCalls.int8(offset), from)
                : calls.int4(LargeObjectFunction.LO_LSEEK, descriptor, small(offset), from);
    }

    /** The position. */
    public long tell() {
        checkOpen();
        return calls.has(ServerTrait.LO_64_BIT)
                ? calls.int8(LargeObjectFunction.LO_TELL64, descriptor)
                : calls.int4(LargeObjectFunction.LO_TELL, descriptor);
    }

    /**
     * Cuts off, or fills up with zeros; the position stays.
     *
     * @throws PgUsageException on servers before 8.3, which cannot
     */
    public void truncate(long size) {
        checkOpen();
        if (!calls.has(ServerTrait.LO_TRUNCATE)) {
            throw new PgUsageException("the server is too old to truncate a large object");
        }
        if (calls.has(ServerTrait.LO_64_BIT)) {
            calls.int4(LargeObjectFunction.LO_TRUNCATE64, descriptor, LargeObjectCalls.int8(size));
        } else {
            calls.int4(LargeObjectFunction.LO_TRUNCATE, descriptor, small(size));
        }
    }

    private static Bytes small(long position) {
        if (position < Integer.MIN_VALUE || position > Integer.MAX_VALUE) {
            throw new PgUsageException("position " + position + " is beyond what servers before 9.3 can reach");
        }
        return LargeObjectCalls.int4((int) position);
    }

    /** Reads from the position on; closing it leaves the object open. */
    public InputStream input() {
        return new LargeObjectInput(this);
    }

    /** Writes at the position; closing it leaves the object open. */
    public OutputStream output() {
        return new LargeObjectOutput(this);
    }

    private void checkOpen() {
        if (closed) {
            throw new PgUsageException("the large object has been closed");
        }
        if (!alive()) {
            throw new PgUsageException("the large object was open in a transaction that has ended");
        }
    }

    private boolean alive() {
        return !calls.has(ServerTrait.DESCRIPTORS_NEED_TRANSACTION) || life.alive();
    }

    /** Gives the descriptor back, unless its transaction has ended or failed, by which it is gone. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (alive() && calls.session().transactionStatus() != TransactionStatus.FAILED) {
                calls.int4(LargeObjectFunction.LO_CLOSE, descriptor);
            }
        }
    }
}
