package io.github.pgtwo.client.login;

import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.spi.AuthProvider;
import java.util.Collection;

/** What to say of a login request that this client cannot answer (sections 4.1, 4.7). */
public final class UnansweredRequest {
    private UnansweredRequest() {}

    /** The sentence, with the methods that there are. */
    public static String text(Authentication request, Collection<AuthProvider> providers) {
        return "the server asks for " + wanted(request.code()) + " (authentication request " + request.code() + "); "
                + remedy(request.code()) + ". Here are: "
                + providers.stream().map(AuthProvider::method).sorted().toList();
    }

    private static String wanted(int code) {
        return switch (code) {
            case 1 -> "Kerberos V4";
            case 2 -> "Kerberos V5";
            case 3 -> "the password";
            case 4 -> "the password through crypt";
            case 5 -> "the password through MD5";
            case 6 -> "the credentials of this process";
            case 7, 8 -> "GSSAPI";
            case 9 -> "SSPI";
            case 10, 11, 12 -> "SASL, as in scram-sha-256";
            default -> "what no server up to 13 asks for";
        };
    }

    private static String remedy(int code) {
        if (code >= 0 && code <= 6) {
            return "no login method of this client answers that: add one to the client, or let the server's"
                    + " administrator choose another in pg_hba.conf";
        }
        return "protocol 2.0 cannot carry that: the server's administrator can give this user, database and address"
                + " a line in pg_hba.conf with md5, or with password over TLS";
    }
}
