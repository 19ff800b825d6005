package io.github.pgtwo.spi;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the client gets a secret from. Asked once per login attempt, only after a server asked for a
 * method that the policy allows, and never cached. May be called by several threads.
 */
@FunctionalInterface
public interface CredentialSource {

    /** A new secret that the caller will close; empty if there is none for this target. */
    Optional<Secret> credential(AuthTarget target, String method);

    /** A source without secrets. */
    static CredentialSource none() {
        return (target, method) -> Optional.empty();
    }

    /** Takes each secret from a supplier of fresh arrays, which are wiped after use; null is no secret. */
    static CredentialSource of(Supplier<char[]> password) {
        return (target, method) -> Optional.ofNullable(password.get()).map(Secret::of);
    }

    /** The same for passwords that are bytes, which are sent as they are. */
    static CredentialSource ofBytes(Supplier<byte[]> password) {
        return (target, method) -> Optional.ofNullable(password.get()).map(Secret::of);
    }
}
