package io.github.pgtwo.client.auth;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Exposure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a server may make the client give away. Asked before any secret is touched; a refusal ends the login,
 * and nothing weaker is tried. Immutable.
 */
public final class AuthPolicy {
    /** Any method, but what gives away the password only by {@link Cleartext#TLS}. */
    public static final AuthPolicy DEFAULT = new AuthPolicy(Cleartext.TLS, RequiredMethods.ANY);

    private static final int KERBEROS_V4_CODE = 1;
    private static final int CLEARTEXT_CODE = 3;
    private static final int CRYPT_CODE = 4;
    private static final int SCM_CODE = 6;

    private final Cleartext cleartext;
    private final RequiredMethods required;

    private AuthPolicy(Cleartext cleartext, RequiredMethods required) {
        this.cleartext = cleartext;
        this.required = required;
    }

    /** Over which channels a method may be used that hands over the password, or as good as. */
    public enum Cleartext {
        /** Over none. */
        NEVER("never"),
        /**
         * Over those on which nobody reads along, to a server that has proven who it is: TLS with a certificate
         * that was verified, and Unix sockets with a required peer. Encryption without
         * verification does not count, nor does a socket of whomever.
         */
        TLS("only by TLS that verifies the server, or a Unix socket with requirePeer"),
        /** Over those, and over any that stay on this machine: Unix sockets, whoever listens there. */
        LOCAL("only by TLS that verifies the server, or a Unix socket"),
        /** Over any, for whoever listens to read. */
        ALWAYS("always");

        private final String where;

        Cleartext(String where) {
            this.where = where;
        }
    }

    /** The same with another choice for cleartext. */
    public AuthPolicy withCleartext(Cleartext choice) {
        return new AuthPolicy(choice, required);
    }

    /**
     * The same with another choice of methods, by the rules of libpq's {@code require_auth}: names separated by
     * commas, each once, either all allowed or all forbidden by a {@code !} in front. The names are {@code none}
     * for a server that asks for nothing, {@code password}, {@code crypt}, {@code md5}, {@code krb4}, {@code
     * krb5}, {@code creds}, and those of plug-ins; an empty list allows all. {@code krb4} and {@code creds}, in
     * which the server proves nothing, are used only where they are named.
     *
     * @throws PgUsageException if the list mixes both forms, repeats a name or has an empty one; names that do
     *     not exist, and a list that leaves no method, are refused when the client is built
     */
    public AuthPolicy withRequireAuth(String methods) {
        return new AuthPolicy(cleartext, new RequiredMethods(methods));
    }

    /** Over which channels a method may be used that hands over the password, or as good as. */
    public Cleartext cleartext() {
        return cleartext;
    }

    /** The methods as they were given; empty for all. */
    public String requireAuth() {
        return required.toString();
    }

    /**
     * Whether these methods are enough for it.
     *
     * @throws PgUsageException if it names a method that is not among them, or leaves none
     */
    public void check(Collection<AuthProvider> providers) {
        List<String> methods = new ArrayList<>();
        for (AuthProvider provider : providers) {
            methods.add(provider.method());
        }
        required.check(methods);
    }

    /**
     * Why the server's request must not be answered, if so.
     *
     * @param peerChecked whether the user behind the channel is the one that the application requires
     */
    public Optional<String> objection(AuthProvider provider, ChannelInfo channel, boolean peerChecked) {
        String method = provider.method();
        if (!required.allow(method)) {
            return Optional.of("the server asks for method " + method + ", but requireAuth is " + required);
        }
        if (leavesServerOpen(provider) && !required.name(method)) {
            return Optional.of("the server asks for method " + method
                    + ", which leaves open who it is; requireAuth has to name it if it is wanted");
        }
        if (!allows(provider, channel, peerChecked)) {
            return Optional.of("the server asks for method " + method + ", which would give away the password, and"
                    + " the policy allows that " + cleartext.where);
        }
        return Optional.empty();
    }

    /** Why a server must not let the client in without a question, if so. */
    public Optional<String> objectionToNone() {
        return required.allow(RequiredMethods.NONE)
                ? Optional.empty()
                : Optional.of("the server lets in without asking for anything, but requireAuth is " + required);
    }

    private static boolean leavesServerOpen(AuthProvider provider) {
        int code = provider.requestCode();
        return (code == KERBEROS_V4_CODE || code == SCM_CODE) && !provider.provesServer();
    }

    private boolean allows(AuthProvider provider, ChannelInfo channel, boolean peerChecked) {
        if (exposure(provider).compareTo(Exposure.REVERSIBLE) < 0) {
            return true;
        }
        return switch (cleartext) {
            case NEVER -> false;
            case TLS -> channel.encrypted() || (channel.local() && peerChecked);
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
        return "AuthPolicy[cleartext=" + cleartext + ", requireAuth=" + required + "]";
    }
}
