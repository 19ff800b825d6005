package io.github.pgtwo.client;

import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Exposure;

/**
 * What a server may make the client give away. Asked before any secret is touched; a refusal ends the login,
 * and nothing weaker is tried. Immutable.
 */
public final class AuthPolicy {
    /** The password goes over encrypted channels only. */
    public static final AuthPolicy DEFAULT = new AuthPolicy(Cleartext.ENCRYPTED);

    private static final int CLEARTEXT_CODE = 3;
    private static final int CRYPT_CODE = 4;

    private final Cleartext cleartext;

    private AuthPolicy(Cleartext cleartext) {
        this.cleartext = cleartext;
    }

    /** Over which channels a method may be used that hands over the password, or as good as. */
    public enum Cleartext {
        /** Over none. */
        NEVER,
        /** Over encrypted ones. */
        ENCRYPTED,
        /** Over those, and over such as stay on this machine. */
        LOCAL,
        /** Over any, for whoever listens to read. */
        ALWAYS
    }

    /** The same with another choice for cleartext. */
    public AuthPolicy withCleartext(Cleartext choice) {
        return new AuthPolicy(choice);
    }

    /** Over which channels a method may be used that hands over the password, or as good as. */
    public Cleartext cleartext() {
        return cleartext;
    }

    boolean allows(AuthProvider provider, ChannelInfo channel) {
        if (exposure(provider).compareTo(Exposure.REVERSIBLE) < 0) {
            return true;
        }
        return switch (cleartext) {
            case NEVER -> false;
            case ENCRYPTED -> channel.encrypted();
            case LOCAL -> channel.encrypted() || channel.local();
            case ALWAYS -> true;
        };
    }

    /** A provider may say more of itself, but not less than what the request is known to give away. */
    private static Exposure exposure(AuthProvider provider) {
        Exposure known = switch (provider.requestCode()) {
            case CLEARTEXT_CODE -> Exposure.PASSWORD;
            case CRYPT_CODE -> Exposure.REVERSIBLE;
            default -> Exposure.NOTHING;
        };
        return provider.exposure().compareTo(known) > 0 ? provider.exposure() : known;
    }

    @Override
    public String toString() {
        return "AuthPolicy[cleartext=" + cleartext + "]";
    }
}
