package io.github.pgtwo.client.settings;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.SocketDirectories;

/**
 * One of the places where the server may be.
 *
 * @param name a host, or what begins with a slash or {@code @}, a directory of sockets; empty for the usual directory
 * @param address where to connect instead of asking for the name's addresses; may be empty
 * @param port 1 to 65535
 */
public record Host(String name, String address, int port) {
    /** Whether it is a socket of this machine. */
    public boolean isUnix() {
        return address.isEmpty() && (name.isEmpty() || name.startsWith("/") || name.startsWith("@"));
    }

    /** Where to connect to; looks for the usual socket if there is no name. */
    public Endpoint endpoint() {
        if (!isUnix()) {
            return Endpoint.tcp(address.isEmpty() ? name : address, port);
        }
        return name.isEmpty() ? SocketDirectories.usualEndpoint(port) : Endpoint.unix(name, port);
    }

    /** By which name the server has to prove itself; the same as {@link #endpoint}, if there is no address. */
    public Endpoint identity() {
        return isUnix() || name.isEmpty() ? endpoint() : Endpoint.tcp(name, port);
    }

    /** What a line of the password file has to begin with. */
    String inPasswordFile() {
        if (isUnix() && (name.isEmpty() || SocketDirectories.USUAL.contains(name))) {
            return "localhost";
        }
        return name.isEmpty() ? address : name;
    }
}
