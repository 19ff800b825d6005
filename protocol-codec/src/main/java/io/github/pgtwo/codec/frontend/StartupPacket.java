package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameReader;
import io.github.pgtwo.codec.wire.FrameScanner;
import io.github.pgtwo.codec.wire.Text;

/**
 * The first packet of a session (section 3.2).
 *
 * <pre>
 * Int32        296, the packet's length, itself included
 * Int32        131072, protocol 2.0
 * LimString64  database
 * LimString32  user
 * LimString64  options
 * LimString64  unused
 * LimString64  tty
 * </pre>
 *
 * @param database at most 64 bytes; empty for the user's name
 * @param user at most 32 bytes; servers refuse an empty one
 * @param options switches for the backend, split at white space; at most 64 bytes, of which servers drop the last
 * @param tty at most 64 bytes; where servers before 7.0 wrote debug output
 */
public record StartupPacket(Bytes database, Bytes user, Bytes options, Bytes tty) implements FrontendMessage {
    /** Protocol 2.0 as the packet says it. */
    public static final int PROTOCOL = 2 << 16;

    static final Format<StartupPacket> FORMAT =
            new Format<>("StartupPacket", '\0', StartupPacket::scan, StartupPacket::read);

    private static final int LENGTH = 296;
    private static final int LONG = 64;
    private static final int SHORT = 32;

    /** Refuses a NUL and whatever does not fit its field. */
    public StartupPacket {
        Text.check("StartupPacket.database", database, LONG);
        Text.check("StartupPacket.user", user, SHORT);
        Text.check("StartupPacket.options", options, LONG);
        Text.check("StartupPacket.tty", tty, LONG);
    }

    /** A packet without options, in UTF-8. */
    public static StartupPacket of(String user, String database) {
        return new StartupPacket(Bytes.utf8(database), Bytes.utf8(user), Bytes.EMPTY, Bytes.EMPTY);
    }

    private static boolean scan(FrameScanner in) {
        if (in.step() == 0) {
            if (!in.skip(2 * Integer.BYTES)) {
                return false;
            }
            expect(in, "length", 0, LENGTH, in.int32Back(2 * Integer.BYTES));
            expect(in, "protocol", Integer.BYTES, PROTOCOL, in.int32Back(Integer.BYTES));
            in.step(1);
        }
        return in.skip(LENGTH - 2 * Integer.BYTES);
    }

    private static void expect(FrameScanner in, String field, int at, int wanted, int found) {
        if (found != wanted) {
            throw in.malformed(field, at, "is " + Integer.toUnsignedString(found) + " instead of " + wanted);
        }
    }

    private static StartupPacket read(FrameReader in) {
        in.bytes(2 * Integer.BYTES);
        Bytes database = in.limString(LONG);
        Bytes user = in.limString(SHORT);
        Bytes options = in.limString(LONG);
        in.bytes(LONG);
        return new StartupPacket(database, user, options, in.limString(LONG));
    }

    @Override
    public FrontendKind kind() {
        return FrontendKind.STARTUP_PACKET;
    }

    @Override
    public int wireLength() {
        return LENGTH;
    }

    @Override
    public void write(WireWriter out) {
        out.reserve(LENGTH)
                .int32(LENGTH)
                .int32(PROTOCOL)
                .limString(database, LONG)
                .limString(user, SHORT)
                .limString(options, LONG)
                .limString(Bytes.EMPTY, LONG)
                .limString(tty, LONG);
    }
}
