package io.github.pgtwo.client;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.frontend.StartupPacket;

/** The startup packet of a client. */
final class StartupPackets {
    private static final int USABLE_OPTIONS = 63;

    private StartupPackets() {}

    static StartupPacket of(String user, String database, String options) {
        return new StartupPacket(Bytes.utf8(database), Bytes.utf8(user), Bytes.utf8(options));
    }

    /** Servers cut a full options field, and the rest of the last switch then ends the session. */
    static void check(String user, String database, String options) {
        try {
            StartupPacket packet = of(user, database, options);
            if (packet.options().length() > USABLE_OPTIONS) {
                throw new PgUsageException("the startup packet has room for options of " + USABLE_OPTIONS + " bytes");
            }
        } catch (LocalProtocolException e) {
            throw new PgUsageException(e.getMessage(), e);
        }
    }
}
