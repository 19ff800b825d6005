package io.github.pgtwo.client.sql;

import io.github.pgtwo.client.lexer.SqlChars;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.codec.Bytes;
import java.util.HexFormat;

/** The text that bytea reads (protocol 2.0, section 13.1). */
final class BytesText {
    private static final HexFormat HEX = HexFormat.of();

    private BytesText() {}

    static String of(Bytes bytes, ServerProfile profile) {
        if (profile.has(ServerTrait.HEX_BYTEA)) {
            return "\\x" + HEX.formatHex(bytes.toByteArray());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            put(bytes.at(i), text);
        }
        return text.toString();
    }

    /** In octal what is not a letter or a digit: all servers read that. */
    private static void put(byte value, StringBuilder text) {
        if (value >= 0 && (SqlChars.isDigit((char) value) || Character.isLetter(value))) {
            text.append((char) value);
        } else {
            text.append('\\');
            for (int shift = 6; shift >= 0; shift -= 3) {
                text.append((char) ('0' + ((value >> shift) & (shift == 6 ? 3 : 7))));
            }
        }
    }
}
