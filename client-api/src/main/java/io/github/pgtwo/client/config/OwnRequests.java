package io.github.pgtwo.client.config;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.backend.DeclaredRequests;
import io.github.pgtwo.spi.AuthProvider;
import java.util.Collection;

/** The login requests that protocol 2.0 does not define and the providers of a client answer. */
public final class OwnRequests {
    private static final int FIRST_DEFINED = 1;
    private static final int LAST_DEFINED = 6;

    private OwnRequests() {}

    /** What the codec has to know of them; refuses codes that mean something else and lengths out of range. */
    public static DeclaredRequests of(Collection<AuthProvider> providers) {
        DeclaredRequests declared = DeclaredRequests.NONE;
        for (AuthProvider provider : providers) {
            int code = provider.requestCode();
            if (code < FIRST_DEFINED || code > LAST_DEFINED) {
                declared = with(declared, provider);
            }
        }
        return declared;
    }

    private static DeclaredRequests with(DeclaredRequests declared, AuthProvider provider) {
        try {
            return declared.with(provider.requestCode(), provider.challengeLength());
        } catch (IllegalArgumentException e) {
            throw new PgUsageException("login method " + provider.method() + " cannot be used: " + e.getMessage());
        }
    }
}
