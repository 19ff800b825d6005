package io.github.pgtwo.client.type;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * An address of the types inet and cidr, and how many of its bits are the network's.
 *
 * @param address of IPv4 or IPv6; one of IPv6 stays one even if it stands for one of IPv4
 * @param prefix 0 to 32, or 0 to 128 for IPv6
 */
public record PgInet(InetAddress address, int prefix) {
    private static final int BITS_4 = 32;
    private static final int BITS_6 = 128;

    /** Checks the range of the prefix. */
    public PgInet {
        if (prefix < 0 || prefix > bits(address)) {
            throw new ValueException("has a prefix that is out of range");
        }
    }

    private static int bits(InetAddress address) {
        return address instanceof Inet4Address ? BITS_4 : BITS_6;
    }

    /** The address as Java writes it, IPv6 without {@code ::}; with the prefix, unless that is the whole address. */
    @Override
    public String toString() {
        String text = address.getHostAddress();
        return prefix == bits(address) ? text : text + "/" + prefix;
    }
}
