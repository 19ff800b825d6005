package io.github.pgtwo.client.config;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.frontend.StartupPacket;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** The startup packet of a client. */
public final class StartupPackets {
    private static final int USABLE_OPTIONS = 63;

    private StartupPackets() {}

    /** The packet; every name has to be one in the charset. */
    public static StartupPacket of(String user, String database, String options, Charset charset) {
        return new StartupPacket(encoded(database, charset), encoded(user, charset), Bytes.utf8(options));
    }

    /** A substitute for what the charset lacks would silently be another name. */
    private static Bytes encoded(String name, Charset charset) {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(name));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Bytes.wrap(bytes);
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            throw new PgUsageException("authCharset " + charset + " cannot express the name " + name, e);
        }
    }

    /** Servers cut a full options field, and the rest of the last switch then ends the session. */
    public static void check(String user, String database, String options, Charset charset) {
        try {
            StartupPacket packet = of(user, database, options, charset);
            if (packet.options().length() > USABLE_OPTIONS) {
                throw new PgUsageException("the startup packet has room for options of " + USABLE_OPTIONS + " bytes");
            }
        } catch (LocalProtocolException e) {
            throw new PgUsageException(e.getMessage(), e);
        }
    }
}
