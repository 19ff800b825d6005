package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text: well-formed, or refused. */
final class Texts {
    private static final char SUBSTITUTE = '\ufffd';
    private static final int NAME_OID = 19;

    private Texts() {}

    /** Up to 7.3 binary values are not converted. */
    static String decode(Bytes value, ValueFormat format) {
        boolean unconverted = format.binary() && format.hostOrder();
        Charset charset = charset(
                unconverted
                        ? format.profile().serverEncoding()
                        : format.profile().clientEncoding());
        String text = value.text(charset);
        if (text.indexOf(SUBSTITUTE) >= 0) {
            checkWellFormed(value, charset);
        }
        return text;
    }

    /** Of what is not known, ASCII alone is sure. */
    private static Charset charset(String encoding) {
        return switch (encoding.toUpperCase(Locale.ROOT)) {
            case "", "SQL_ASCII", "UNICODE", "UTF8" -> StandardCharsets.UTF_8;
            case "LATIN1" -> StandardCharsets.ISO_8859_1;
            default -> StandardCharsets.US_ASCII;
        };
    }

    /** The server may have sent the very character that stands for what is malformed. */
    private static void checkWellFormed(Bytes value, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(value.toByteArray()));
        } catch (CharacterCodingException e) {
            throw new ValueException("is not well-formed " + charset, e);
        }
    }

    /** Binary names fill their field up to 7.3. */
    static String binary(Bytes value, ValueFormat format) {
        int end = format.oid() == NAME_OID && format.hostOrder() ? value.indexOf(0) : -1;
        return decode(end < 0 ? value : value.slice(0, end), format);
    }

    /** One byte; byte 0 is no text, as in text form. */
    static String binaryChar(Bytes value, ValueFormat format) {
        return Binary.sized(value, 1).at(0) == 0 ? "" : decode(value, format);
    }

    /** A version in front of the text. */
    static String binaryJson(Bytes value, ValueFormat format) {
        if (value.isEmpty() || value.at(0) != 1) {
            throw new ValueException("is jsonb in a version that is not known");
        }
        return decode(value.slice(1, value.length()), format);
    }

    /** Text of ASCII alone, of bounded length. */
    static String ascii(Bytes value, int longest, String what) {
        if (value.isEmpty() || value.length() > longest) {
            throw new ValueException(what);
        }
        return value.text(StandardCharsets.ISO_8859_1);
    }
}
