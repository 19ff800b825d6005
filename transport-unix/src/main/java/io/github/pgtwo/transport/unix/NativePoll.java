package io.github.pgtwo.transport.unix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import jnr.constants.platform.Errno;
import jnr.constants.platform.SocketMessage;
import jnr.ffi.LastError;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Runtime;

/** What jnr does not offer of a descriptor that blocks: waiting for either direction, and a write that does not wait. */
final class NativePoll {
    private static final String STANDARD_LIBRARY = "c";
    private static final int RECORD_BYTES = 8;
    private static final int WANTED_AT = 4;
    private static final int FOUND_AT = 6;
    private static final int POLLIN = 1;
    private static final int POLLOUT = 4;

    /** POLLERR, POLLHUP and POLLNVAL, which a write makes an error of. */
    private static final int BROKEN = 8 | 16 | 32;

    private static final LibC LIBC = LibraryLoader.create(LibC.class).load(STANDARD_LIBRARY);

    private NativePoll() {}

    /** Public only for jnr, which implements it. */
    public interface LibC {
        /** As POSIX says. */
        int poll(ByteBuffer records, long count, int timeoutMillis);

        /** As POSIX says. */
        long send(int socket, ByteBuffer from, long length, int flags);
    }

    /**
     * Waits until the descriptor is ready for one of these operations of {@link SelectionKey}, and returns for which;
     * 0 if a signal came first.
     */
    static int await(int descriptor, int operations) {
        ByteBuffer poll = ByteBuffer.allocate(RECORD_BYTES).order(ByteOrder.nativeOrder());
        int in = (operations & SelectionKey.OP_READ) == 0 ? 0 : POLLIN;
        int out = (operations & SelectionKey.OP_WRITE) == 0 ? 0 : POLLOUT;
        poll.putInt(0, descriptor).putShort(WANTED_AT, (short) (in | out));
        if (LIBC.poll(poll, 1, -1) <= 0) {
            return 0;
        }
        int found = poll.getShort(FOUND_AT);
        return ((found & POLLIN) == 0 ? 0 : SelectionKey.OP_READ)
                | ((found & (POLLOUT | BROKEN)) == 0 ? 0 : SelectionKey.OP_WRITE);
    }

    /** Writes what there is room for, and moves the buffer's position; false if that failed. */
    static boolean writeSome(int descriptor, ByteBuffer from) {
        long count = LIBC.send(descriptor, from, from.remaining(), SocketMessage.MSG_DONTWAIT.intValue());
        if (count < 0) {
            return isOnlyLate(lastError());
        }
        from.position(from.position() + (int) count);
        return true;
    }

    private static boolean isOnlyLate(Errno error) {
        return error == Errno.EAGAIN || error == Errno.EWOULDBLOCK || error == Errno.EINTR;
    }

    static Errno lastError() {
        return Errno.valueOf(LastError.getLastError(Runtime.getRuntime(LIBC)));
    }
}
