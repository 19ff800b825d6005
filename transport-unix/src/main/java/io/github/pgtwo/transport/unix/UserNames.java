package io.github.pgtwo.transport.unix;

import java.lang.ref.Reference;
import java.util.Optional;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;

/** Names of users by number, asked in a way that threads cannot mix up, which that of jnr-posix is not. */
final class UserNames {
    private static final String STANDARD_LIBRARY = "c";
    private static final int RECORD_BYTES = 256;
    private static final int TEXT_BYTES = 64 * 1024;

    private static final LibC LIBC = LibraryLoader.create(LibC.class).load(STANDARD_LIBRARY);

    private UserNames() {}

    /** Public only for jnr, which implements it. */
    public interface LibC {
        /** As POSIX says. */
        int getpwuid_r(int user, Pointer into, Pointer texts, long textBytes, Pointer found);
    }

    /** The name; the number of a user without one; empty if there is no telling. */
    static Optional<String> ofUser(int number) {
        Runtime runtime = Runtime.getRuntime(LIBC);
        Pointer entry = Memory.allocateDirect(runtime, RECORD_BYTES, true);
        Pointer texts = Memory.allocateDirect(runtime, TEXT_BYTES);
        Pointer found = Memory.allocateDirect(runtime, Long.BYTES, true);
        try {
            if (LIBC.getpwuid_r(number, entry, texts, TEXT_BYTES, found) != 0) {
                return Optional.empty();
            }
            return Optional.of(
                    found.getAddress(0) == 0
                            ? Integer.toUnsignedString(number)
                            : entry.getPointer(0).getString(0)); // the name comes first on all systems
        } finally {
            Reference.reachabilityFence(texts); // the entry only points into it
        }
    }
}
