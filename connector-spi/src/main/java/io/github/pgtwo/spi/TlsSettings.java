package io.github.pgtwo.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which TLS somebody wants, in files as OpenSSL writes them. Immutable.
 *
 * @param mode when, and how sure; not {@link TlsMode#DISABLE}
 * @param roots certificates of which one must have signed the server's; without them {@code verify-full} trusts the
 *     roots of the system
 * @param certificates what the client shows, with what lies between that and a root
 * @param key the client's, as PKCS#8 without a password; present if the certificates are
 * @param protocols the only versions to speak, by the JDK's names; empty for those that it allows anyway
 * @param indicatesHost whether the server is told, in the clear, whom the client wants to talk to
 */
public record TlsSettings(
        TlsMode mode,
        Optional<Path> roots,
        Optional<Path> certificates,
        Optional<Path> key,
        List<String> protocols,
        boolean indicatesHost) {}
