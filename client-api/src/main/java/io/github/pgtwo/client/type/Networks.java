package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Addresses, and other things that are a fixed number of bytes; names are never looked up. */
final class Networks {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-f]{1,4}");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LONGEST = 60;
    private static final int SIZE_4 = 4;
    private static final int SIZE_6 = 16;
    private static final int BINARY_HEADER = 4;
    private static final int FAMILY_4 = 2;
    private static final int FAMILY_6 = 3;
    private static final String NO_INET = "is no network address";
    private static final String NO_MAC = "is no hardware address";

    private Networks() {}

    static PgInet inet(Bytes value, ValueFormat format) {
        String text = Texts.ascii(value, LONGEST, NO_INET);
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] bytes = address.indexOf(':') < 0 ? four(address, slash < 0) : six(address);
        return new PgInet(address(bytes), slash < 0 ? 8 * bytes.length : number(text.substring(slash + 1)));
    }

    private static int number(String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw new ValueException(NO_INET);
        }
        return Integer.parseInt(text);
    }

    /** In front of a prefix, old servers leave out what is zero at the end. */
    private static byte[] four(String text, boolean whole) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > SIZE_4 || (whole && parts.length < SIZE_4)) {
            throw new ValueException(NO_INET);
        }
        byte[] bytes = new byte[SIZE_4];
        for (int i = 0; i < parts.length; i++) {
            int part = number(parts[i]);
            if (part > 0xff) {
                throw new ValueException(NO_INET);
            }
            bytes[i] = (byte) part;
        }
        return bytes;
    }

    private static byte[] six(String text) {
        byte[] bytes = new byte[SIZE_6];
        int gap = text.indexOf("::");
        if (gap < 0) {
            if (groups(text, bytes, 0) != SIZE_6) {
                throw new ValueException(NO_INET);
            }
            return bytes;
        }
        byte[] end = new byte[SIZE_6];
        int before = groups(text.substring(0, gap), bytes, 0);
        int behind = groups(text.substring(gap + 2), end, 0);
        if (before + behind >= SIZE_6) {
            throw new ValueException(NO_INET);
        }
        System.arraycopy(end, 0, bytes, SIZE_6 - behind, behind);
        return bytes;
    }

    /** Groups of two bytes, the last two perhaps in the style of IPv4; returns how many bytes they are. */
    private static int groups(String text, byte[] into, int from) {
        int at = from;
        String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = i == parts.length - 1 && parts[i].indexOf('.') >= 0;
            if (at + (dotted ? SIZE_4 : 2) > SIZE_6
                    || !(dotted || GROUP.matcher(parts[i]).matches())) {
                throw new ValueException(NO_INET);
            }
            if (dotted) {
                System.arraycopy(four(parts[i], true), 0, into, at, SIZE_4);
                at += SIZE_4;
            } else {
                int group = Integer.parseInt(parts[i], 16);
                into[at++] = (byte) (group >> 8);
                into[at++] = (byte) group;
            }
        }
        return at;
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return bytes.length == SIZE_6
                    ? Inet6Address.getByAddress(null, bytes, -1)
                    : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new ValueException(NO_INET, e);
        }
    }

    /** The family, the prefix, whether it is a cidr, and the address with its length. */
    static PgInet binaryInet(Bytes value, ValueFormat format) {
        Binary.refuseOpaque(format);
        int length = value.length() - BINARY_HEADER;
        boolean fits = (length == SIZE_4 && value.at(0) == FAMILY_4) || (length == SIZE_6 && value.at(0) == FAMILY_6);
        if (!fits || value.at(BINARY_HEADER - 1) != length) {
            throw new ValueException(NO_INET);
        }
        byte[] bytes = value.slice(BINARY_HEADER, value.length()).toByteArray();
        return new PgInet(address(bytes), value.at(1) & 0xff);
    }

    /** Pairs of digits between colons, six or eight of them. */
    static String mac(Bytes value, ValueFormat format) {
        byte[] bytes = new byte[(value.length() + 1) / 3];
        if (value.length() != 3 * bytes.length - 1) {
            throw new ValueException(NO_MAC);
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ByteStrings.hexByte(value, 3 * i, NO_MAC);
            if (i > 0 && value.at(3 * i - 1) != ':') {
                throw new ValueException(NO_MAC);
            }
        }
        return binaryMac(Bytes.wrap(bytes), format);
    }

    static String binaryMac(Bytes value, ValueFormat format) {
        if (value.length() != 6 && value.length() != 8) {
            throw new ValueException(NO_MAC);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            text.append(i == 0 ? "" : ":");
            text.append(Character.forDigit((value.at(i) >> 4) & 0xf, 16))
                    .append(Character.forDigit(value.at(i) & 0xf, 16));
        }
        return text.toString();
    }

    static UUID uuid(Bytes value, ValueFormat format) {
        String text = Texts.ascii(value, LONGEST, "is no uuid");
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new ValueException("is no uuid");
        }
        return UUID.fromString(text);
    }

    static UUID binaryUuid(Bytes value, ValueFormat format) {
        Bytes both = Binary.sized(value, 2 * Long.BYTES);
        return new UUID(Binary.int64(both, 0, format), Binary.int64(both, Long.BYTES, format));
    }
}
