package io.github.pgtwo.client;

import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Exposure;

/**
 * What a server may make the client give away. Asked before any secret is touched; a refusal ends the login,
 * and nothing weaker is tried. Immutable.
 *
 * @param cleartext over which channels a method may be used that hands over the password, or as good as
 */
public record AuthPolicy(Cleartext cleartext) {
    /** The password goes over encrypted channels only. */
    public static final AuthPolicy DEFAULT = new AuthPolicy(Cleartext.ENCRYPTED);

    /** Where a password may travel readable to the server. */
    public enum Cleartext {
        /** Nowhere. */
        NEVER,
        /** Over encrypted channels. */
        ENCRYPTED,
        /** Over those, and over channels that stay on this machine. */
        LOCAL,
        /** Anywhere, for whoever listens to read. */
        ALWAYS
    }

    /** The same with another choice for cleartext. */
    public AuthPolicy withCleartext(Cleartext choice) {
        return new AuthPolicy(choice);
    }

    boolean allows(AuthProvider provider, ChannelInfo channel) {
        if (provider.exposure().compareTo(Exposure.REVERSIBLE) < 0) {
            return true;
        }
        return switch (cleartext) {
            case NEVER -> false;
            case ENCRYPTED -> channel.encrypted();
            case LOCAL -> channel.encrypted() || channel.local();
            case ALWAYS -> true;
        };
    }
}
