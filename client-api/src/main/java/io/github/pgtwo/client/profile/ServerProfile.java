package io.github.pgtwo.client.profile;

import java.nio.ByteOrder;

/**
 * What a client knows of its server and session after the login (protocol 2.0, section 11.4). The protocol announces
 * none of it and no change of it. Immutable.
 *
 * @param version the release
 * @param serverEncoding the database's encoding in the server's words; empty where it cannot be asked
 * @param clientEncoding the encoding on the wire in the server's words, such as {@code UNICODE} or {@code UTF8};
 *     {@code SQL_ASCII} where the server passes bytes through as they are
 * @param dateStyle the style of dates in the server's words, such as {@code ISO, MDY}
 * @param strings what a backslash means in literals
 * @param timestamps what binary timestamps are
 * @param byteOrder of binary rows, and of what the fast path passes by reference
 */
public record ServerProfile(
        ServerVersion version,
        String serverEncoding,
        String clientEncoding,
        String dateStyle,
        StringSyntax strings,
        TimestampFormat timestamps,
        ByteOrder byteOrder) {
    private static final int LONG_IDENTIFIER = 63;
    private static final int SHORT_IDENTIFIER = 31;

    /** What is certain of a release in its default settings, on a little-endian machine, with text as UTF-8. */
    public static ServerProfile of(ServerVersion version) {
        boolean integers = version.number() >= 804;
        return new ServerProfile(
                version,
                "",
                "UNICODE",
                "ISO",
                version.number() >= 901 ? StringSyntax.STANDARD : StringSyntax.BACKSLASH_ESCAPES,
                integers ? TimestampFormat.INTEGER : withoutSetting(version),
                ServerTrait.HOST_BYTE_ORDER.holdsFor(version) ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    private static TimestampFormat withoutSetting(ServerVersion version) {
        return ServerTrait.INTEGER_DATETIMES.holdsFor(version) ? TimestampFormat.UNKNOWN : TimestampFormat.FLOAT;
    }

    /** The same with text of another encoding on the wire. */
    public ServerProfile withClientEncoding(String encoding) {
        return new ServerProfile(version, serverEncoding, encoding, dateStyle, strings, timestamps, byteOrder);
    }

    /** Whether the server has this trait. */
    public boolean has(ServerTrait trait) {
        return trait.holdsFor(version);
    }

    /** How many bytes of an identifier count; more are cut off, on 6.4 and 6.5 without a word (13.3). */
    public int identifierBytes() {
        return has(ServerTrait.LONG_IDENTIFIERS) ? LONG_IDENTIFIER : SHORT_IDENTIFIER;
    }

    /** How many bytes a query may have; 6.4 and 6.5 cut off the rest without a word (3.16). */
    public int queryBytes() {
        if (has(ServerTrait.CUTS_QUERIES_AT_8191)) {
            return 8191;
        }
        return has(ServerTrait.CUTS_QUERIES_AT_16383) ? 16383 : Integer.MAX_VALUE;
    }
}
