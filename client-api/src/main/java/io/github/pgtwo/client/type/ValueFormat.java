package io.github.pgtwo.client.type;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.codec.Bytes;
import java.nio.ByteOrder;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of the bytes of a value: text or binary, of which type, from what kind of server. Immutable. */
public final class ValueFormat {
    private final ServerProfile profile;
    private final TextEncoding encoding;
    private final @Nullable ZoneId sessionZone;
    private final int oid;
    private final boolean binary;

    private ValueFormat(
            ServerProfile profile, TextEncoding encoding, @Nullable ZoneId sessionZone, int oid, boolean binary) {
        this.profile = profile;
        this.encoding = encoding;
        this.sessionZone = sessionZone;
        this.oid = oid;
        this.binary = binary;
    }

    /** Text of no particular type, from a session with such a server. */
    public static ValueFormat of(ServerProfile profile) {
        return of(profile, TextEncoding.of(profile));
    }

    /** The same, with text in this encoding. */
    public static ValueFormat of(ServerProfile profile, TextEncoding encoding) {
        return new ValueFormat(profile, encoding, null, 0, false);
    }

    /** The same for values of a type, named by its OID, an unsigned number; as text or in binary form. */
    public ValueFormat with(int typeOid, boolean inBinary) {
        return new ValueFormat(profile, encoding, sessionZone, typeOid, inBinary);
    }

    /** The same for a session whose setting {@code TimeZone} is this zone. */
    public ValueFormat withSessionZone(ZoneId zone) {
        return new ValueFormat(profile, encoding, zone, oid, binary);
    }

    /** The server and its settings. */
    public ServerProfile profile() {
        return profile;
    }

    /** The zone of the session, if the application has stated it. */
    public Optional<ZoneId> sessionZone() {
        return Optional.ofNullable(sessionZone);
    }

    /** The type's OID, an unsigned number; 0 if it is not known, as that of elements of an array in text form. */
    public int oid() {
        return oid;
    }

    /** Whether the value is in binary form (section 12.4), else it is text. */
    public boolean binary() {
        return binary;
    }

    /**
     * Text, which must be well-formed unless the client's policy says otherwise; of a binary value on servers up to 7.3
     * in the server's encoding.
     *
     * @throws ValueException if it is malformed, or in an encoding that is not known
     */
    public String text(Bytes value) {
        return Texts.decode(value, this);
    }

    /** How the session's text is read. */
    TextEncoding encoding() {
        return encoding;
    }

    boolean has(ServerTrait trait) {
        return profile.has(trait);
    }

    boolean hostOrder() {
        return has(ServerTrait.HOST_BYTE_ORDER);
    }

    boolean littleEndian() {
        return profile.byteOrder() == ByteOrder.LITTLE_ENDIAN;
    }

    /** Whether times are floating point numbers of seconds, else they are microseconds. */
    boolean floatTimes() {
        if (profile.timestamps() == TimestampFormat.UNKNOWN) {
            throw new ValueException("is binary, and it is not known whether this server's times are integers:"
                    + " state it by serverProfile(...), or ask for text");
        }
        return profile.timestamps() == TimestampFormat.FLOAT;
    }

    /** Whether days stand in front of months where numbers alone do not tell (section 12.2). */
    boolean dayFirst() {
        String style = profile.dateStyle().toUpperCase(Locale.ROOT);
        boolean european = style.contains("DMY") || (style.contains("EUROPEAN") && !style.contains("NONEUROPEAN"));
        boolean american = style.contains("MDY") || style.contains("YMD") || style.contains("US");
        if (!(style.contains("SQL") || style.contains("POSTGRES")) || european == american) {
            throw new ValueException("may have its month or its day first: SET datestyle to ISO,"
                    + " or state the session's by serverProfile(...)");
        }
        return european;
    }
}
