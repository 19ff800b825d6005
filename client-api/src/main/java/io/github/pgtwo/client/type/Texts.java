package io.github.pgtwo.client.type;

import io.github.pgtwo.client.encoding.ServerEncoding;
import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.encoding.TextEncodingException;
import io.github.pgtwo.codec.Bytes;
import java.nio.charset.StandardCharsets;

/** Text: well-formed, or refused. */
final class Texts {
    private static final int NAME_OID = 19;

    private Texts() {}

    static String decode(Bytes value, ValueFormat format) {
        try {
            return encoding(format).decode(value);
        } catch (TextEncodingException e) {
            throw new ValueException("is no text: " + e.getMessage(), e);
        }
    }

    /** Up to 7.3 binary values are not converted; of what is in an unknown encoding, ASCII alone is sure. */
    private static TextEncoding encoding(ValueFormat format) {
        String server = format.profile().serverEncoding();
        boolean converted = !format.binary() || !format.hostOrder() || server.isEmpty();
        return converted || ServerEncoding.isUnconverted(server)
                ? format.encoding()
                : format.encoding().in(ServerEncoding.charset(server).orElse(StandardCharsets.US_ASCII));
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

    /** Text that has to turn out to be ASCII, of bounded length: other bytes come as characters that are none. */
    static String ascii(Bytes value, int longest, String what) {
        if (value.isEmpty() || value.length() > longest) {
            throw new ValueException(what);
        }
        return value.text(StandardCharsets.ISO_8859_1);
    }
}
