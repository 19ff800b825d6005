package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.FrameReader;
import io.github.pgtwo.codec.wire.Text;

/**
 * The first packet of a session (section 3.2).
 *
 * <pre>
 * Int32        296, the packet's length, itself included
 * Int16        2, the protocol's major version
 * Int16        minorVersion
 * LimString64  database
 * LimString32  user
 * LimString64  options
 * LimString64  unused
 * LimString64  tty
 * </pre>
 *
 * @param minorVersion 0 to 65535; send 0, as servers up to 7.3 refuse all others
 * @param database at most 64 bytes; empty for the user's name
 * @param user at most 32 bytes; servers refuse an empty one
 * @param options switches for the backend, split at white space; at most 64 bytes, of which servers drop the
 *     last
 * @param unused at most 64 bytes; send none
 * @param tty at most 64 bytes; where servers before 7.0 wrote debug output
 */
public record StartupPacket(int minorVersion, Bytes database, Bytes user, Bytes options, Bytes unused, Bytes tty)
        implements FrontendMessage {
    static final int MAJOR = 2;

    private static final int LENGTH = 296;
    private static final int LONG = 64;
    private static final int SHORT = 32;

    /** Refuses a NUL and whatever does not fit its field. */
    public StartupPacket {
        if (minorVersion < 0 || minorVersion > 0xffff) {
            throw new LocalProtocolException("StartupPacket.minorVersion", "is " + minorVersion);
        }
        Text.check("StartupPacket.database", database, LONG);
        Text.check("StartupPacket.user", user, SHORT);
        Text.check("StartupPacket.options", options, LONG);
        Text.check("StartupPacket.unused", unused, LONG);
        Text.check("StartupPacket.tty", tty, LONG);
    }

    /** Protocol 2.0 with nothing unusual. */
    public StartupPacket(Bytes database, Bytes user, Bytes options) {
        this(0, database, user, options, Bytes.EMPTY, Bytes.EMPTY);
    }

    /** A packet without options, in UTF-8. */
    public static StartupPacket of(String user, String database) {
        return new StartupPacket(Bytes.utf8(database), Bytes.utf8(user), Bytes.EMPTY);
    }

    static StartupPacket read(int minorVersion, FrameReader in) {
        Bytes database = next(in, LONG);
        Bytes user = next(in, SHORT);
        return new StartupPacket(minorVersion, database, user, next(in, LONG), next(in, LONG), next(in, LONG));
    }

    private static Bytes next(FrameReader in, int size) {
        return in.limString(Math.min(size, in.left()));
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
                .int16(MAJOR)
                .int16(minorVersion)
                .limString(database, LONG)
                .limString(user, SHORT)
                .limString(options, LONG)
                .limString(unused, LONG)
                .limString(tty, LONG);
    }
}
