package io.github.pgtwo.auth;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a KRB-ERROR says (RFC 4120, 5.9.1): anybody could have sent it, so that it serves for messages only, and
 * nothing in it is believed to be whole.
 */
final class KerberosError {
    private static final int CODE = 0xa6;
    private static final int TEXT = 0xab;
    private static final int LONGEST = 200;

    /** In bytes; going through many small elements takes long, and real errors have a few hundred. */
    private static final int MOST = 4096;

    private KerberosError() {}

    static String describe(byte[] error) {
        byte[] bounded = Arrays.copyOf(error, Math.min(error.length, MOST));
        byte[] fields = inside(inside(bounded, 0x7e), 0x30);
        String text = text(field(fields, TEXT));
        int code = number(field(fields, CODE));
        String meaning = switch (code) {
            case 31, 35 ->
                "the ticket is not for this server: its principal or keytab is another one; see"
                        + " krb5.serviceName and krb5.servicePrincipal";
            case 32 -> "the ticket has expired, by the server's clock";
            case 34 -> "the server takes it for a replay";
            case 37 -> "the clocks of client and server differ too much";
            case 44 -> "the server's keytab has no key of that version";
            default -> "the server does not accept the ticket";
        };
        return meaning + " (KRB-ERROR " + code + (text.isEmpty() ? ")" : ": " + text + ")");
    }

    /** The content of a field of the sequence; empty if there is none. */
    private static byte[] field(byte[] sequence, int tag) {
        int at = 0;
        while (at < sequence.length) {
            byte[] rest = Arrays.copyOfRange(sequence, at, sequence.length);
            byte[] content = inside(rest, rest[0] & 0xff);
            if ((rest[0] & 0xff) == tag) {
                return content;
            }
            at += Math.max(header(rest), 1) + content.length;
        }
        return new byte[0];
    }

    /** The content of an element, or as much as there is of it; empty if the tag is another. */
    private static byte[] inside(byte[] element, int tag) {
        int begin = header(element);
        if (begin == 0 || (element[0] & 0xff) != tag) {
            return new byte[0];
        }
        long length = element[1] & 0xff;
        if (begin > 2) {
            length = 0;
            for (int i = 2; i < begin; i++) {
                length = length << 8 | (element[i] & 0xff);
            }
        }
        return Arrays.copyOfRange(element, begin, (int) Math.min(begin + length, element.length));
    }

    /** How long tag and length of an element are; 0 if they are not whole, or longer than any sane one. */
    private static int header(byte[] element) {
        if (element.length < 2) {
            return 0;
        }
        int lengthBytes = (element[1] & 0x80) == 0 ? 0 : element[1] & 0x7f;
        return lengthBytes > 4 || 2 + lengthBytes > element.length ? 0 : 2 + lengthBytes;
    }

    private static int number(byte[] element) {
        int value = 0;
        for (byte each : inside(element, 0x02)) {
            value = value << 8 | (each & 0xff);
        }
        return value;
    }

    private static String text(byte[] element) {
        String text = new String(inside(element, 0x1b), StandardCharsets.US_ASCII);
        return text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("\\p{Cntrl}", " ");
    }
}
