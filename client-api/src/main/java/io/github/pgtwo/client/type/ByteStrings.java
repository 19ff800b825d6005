package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;
import java.util.Arrays;

/** bytea, in its escape form and in hex, and strings of bits (section 12.1). */
final class ByteStrings {
    private static final int OCTAL_DIGITS = 3;
    private static final int HEX = 16;
    private static final String NO_BYTEA = "is no bytea";
    private static final String NO_BITS = "is no string of bits";

    private ByteStrings() {}

    static Bytes bytea(Bytes value, ValueFormat format) {
        int backslash = value.indexOf('\\');
        if (backslash < 0) {
            return value;
        }
        boolean hex = backslash == 0 && value.length() > 1 && value.at(1) == 'x';
        return hex ? hex(value) : escaped(value);
    }

    private static Bytes hex(Bytes value) {
        byte[] bytes = new byte[value.length() / 2 - 1];
        if (value.length() % 2 != 0) {
            throw new ValueException(NO_BYTEA);
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) hexByte(value, 2 * (i + 1), NO_BYTEA);
        }
        return Bytes.wrap(bytes);
    }

    /** Two digits. */
    static int hexByte(Bytes value, int at, String problem) {
        int high = Character.digit(value.at(at), HEX);
        int low = Character.digit(value.at(at + 1), HEX);
        if (high < 0 || low < 0) {
            throw new ValueException(problem);
        }
        return HEX * high + low;
    }

    private static Bytes escaped(Bytes value) {
        byte[] bytes = new byte[value.length()];
        int length = 0;
        int at = 0;
        while (at < value.length()) {
            byte next = value.at(at++);
            if (next != '\\') {
                bytes[length++] = next;
            } else if (at < value.length() && value.at(at) == '\\') {
                bytes[length++] = '\\';
                at++;
            } else {
                bytes[length++] = octal(value, at);
                at += OCTAL_DIGITS;
            }
        }
        return Bytes.wrap(Arrays.copyOf(bytes, length));
    }

    private static byte octal(Bytes value, int from) {
        int number = 0;
        for (int at = from; at < from + OCTAL_DIGITS; at++) {
            int digit = at < value.length() ? value.at(at) - '0' : -1;
            if (digit < 0 || digit > 7) {
                throw new ValueException(NO_BYTEA);
            }
            number = 8 * number + digit;
        }
        if (number > 0xff) {
            throw new ValueException(NO_BYTEA);
        }
        return (byte) number;
    }

    static String bits(Bytes value, ValueFormat format) {
        for (int i = 0; i < value.length(); i++) {
            if (value.at(i) != '0' && value.at(i) != '1') {
                throw new ValueException(NO_BITS);
            }
        }
        return value.utf8();
    }

    /** How many there are, and then eight of them a byte. */
    static String binaryBits(Bytes value, ValueFormat format) {
        int bits = value.length() < Integer.BYTES ? -1 : Binary.int32(value, 0, format);
        if (bits < 0 || value.length() - Integer.BYTES != (bits + 7L) / 8) {
            throw new ValueException(NO_BITS);
        }
        char[] text = new char[bits];
        for (int i = 0; i < bits; i++) {
            text[i] = (value.at(Integer.BYTES + i / 8) & (0x80 >> i % 8)) == 0 ? '0' : '1';
        }
        return new String(text);
    }
}
