package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameReader;
import io.github.pgtwo.codec.wire.FrameScanner;

/**
 * Reads whichever packet a connection begins with: they share length and code, and the code tells them apart.
 *
 * <p>As real servers do, any length is taken that holds the code: what a short packet lacks is empty, and what
 * a long one has beyond its fields is passed over. Old clients send all three with 296 bytes. What this protocol
 * version does not know is handed out as it came, so that a server can say that it refuses it.
 */
final class FirstPacket {
    static final Format<FrontendMessage> FORMAT =
            new Format<>("StartupPacket", '\0', FirstPacket::scan, FirstPacket::read);

    private static final int HEADER = 2 * Integer.BYTES;
    private static final int BEHIND_LENGTH = 1;
    private static final int BEHIND_CODE = 2;

    private FirstPacket() {}

    private static boolean scan(FrameScanner in) {
        if (in.step() == 0) {
            if (!in.skip(Integer.BYTES)) {
                return false;
            }
            in.length(checkLength(in, in.int32Back()));
            in.step(BEHIND_LENGTH);
        }
        if (in.step() == BEHIND_LENGTH) {
            if (!in.skip(Integer.BYTES)) {
                return false;
            }
            checkCode(in, in.int32Back());
            in.step(BEHIND_CODE);
        }
        return in.skip(in.length() - HEADER);
    }

    private static int checkLength(FrameScanner in, int length) {
        if (length < HEADER || length > in.limit(Limit.STARTUP_PACKET)) {
            throw in.malformed(
                    "length",
                    0,
                    length + " is not within " + HEADER + " and the limit of " + in.limit(Limit.STARTUP_PACKET));
        }
        return length;
    }

    private static void checkCode(FrameScanner in, int code) {
        if (code == CancelRequest.CODE && in.length() < CancelRequest.LENGTH) {
            throw in.malformed("length", 0, in.length() + " is too short for a CancelRequest");
        }
    }

    private static FrontendMessage read(FrameReader in) {
        in.skip(Integer.BYTES);
        int code = in.int32();
        return switch (code) {
            case SslRequest.CODE -> new SslRequest();
            case CancelRequest.CODE -> new CancelRequest(in.int32(), in.int32());
            default ->
                UnsupportedStartup.isSupported(code)
                        ? StartupPacket.read(code & 0xffff, in)
                        : new UnsupportedStartup(code, in.rest());
        };
    }
}
