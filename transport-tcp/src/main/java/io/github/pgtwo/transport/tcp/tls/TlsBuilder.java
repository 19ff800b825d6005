package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.TlsException;
import io.github.pgtwo.spi.TlsMode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Chooses whom to trust and what to show. Not thread-safe.
 *
 * <p>As with libpq, roots that are given are checked in every mode, even in one that would not insist on it. Without
 * them {@code verify-full} trusts the roots of the JDK, {@code verify-ca} is refused, since anybody can get a
 * certificate from one of those, and the other modes trust anybody.
 */
public final class TlsBuilder {

    /** Reads files, so as to say at once what is wrong with them. */
    private interface Reading<T> {
        T read() throws IOException, GeneralSecurityException;
    }

    private final TlsMode mode;
    private Optional<Path> roots = Optional.empty();
    private Optional<Reading<KeyManager[]>> identity = Optional.empty();
    private Optional<SSLContext> context = Optional.empty();
    private List<String> protocols = List.of();
    private boolean indicatesHost = true;

    TlsBuilder(TlsMode mode) {
        this.mode = mode;
    }

    /** A file with the certificates, in PEM, of which one must have signed the server's, or be it. */
    public TlsBuilder roots(Path pem) {
        roots = Optional.of(pem);
        return this;
    }

    /**
     * What the client shows to servers that ask.
     *
     * @param certificates a file in PEM: the client's, then those between it and the root that servers trust
     * @param key a file in PEM: PKCS#8 without a password
     */
    public TlsBuilder clientCertificate(Path certificates, Path key) {
        identity = Optional.of(() -> KeyStores.fromPem(certificates, key));
        return this;
    }

    /**
     * The same from a PKCS#12 file with one key.
     *
     * @param password gives a fresh array when the client is built; wiped after use
     */
    public TlsBuilder clientCertificate(Path pkcs12, Supplier<char[]> password) {
        identity = Optional.of(() -> KeyStores.fromPkcs12(pkcs12, given(password, pkcs12)));
        return this;
    }

    private static char[] given(Supplier<char[]> password, Path pkcs12) throws TlsException {
        return Optional.ofNullable(password.get())
                .orElseThrow(() -> new TlsException("there is no password for " + pkcs12
                        + ": the supplier has given null; an empty array is an empty password"));
    }

    /**
     * A context of the application's own, instead of roots and client certificate. Its trust managers decide in every
     * mode. Only in {@code verify-ca} and {@code verify-full} is what they accept taken for verified: choosing these
     * modes says that they do verify. The host's name is checked in {@code verify-full} by an
     * {@link javax.net.ssl.X509ExtendedTrustManager} of the context, or by the JDK if it has a plain one.
     */
    public TlsBuilder context(SSLContext own) {
        context = Optional.of(own);
        return this;
    }

    /**
     * The only versions to speak, such as {@code TLSv1.2}; those of the JDK if not set. Servers before 9.2 or so may
     * know nothing newer than {@code TLSv1}, which the JDK's security property {@code jdk.tls.disabledAlgorithms} has
     * to allow as well.
     */
    public TlsBuilder protocols(String... versions) {
        protocols = List.of(versions);
        return this;
    }

    /** Whether the server is told, in the clear, which host is meant, so that it can choose its certificate; yes if not set. */
    public TlsBuilder indicateHost(boolean on) {
        indicatesHost = on;
        return this;
    }

    /**
     * Reads the files.
     *
     * @throws TlsException if they or the choices do not fit; says how
     * @throws IOException if a file cannot be read
     */
    public Tls build() throws IOException {
        checkChoices();
        try {
            SSLContext chosen = context.isPresent() ? context.get() : newContext();
            checkProtocols(chosen);
            return new Tls(mode, chosen, mode.verifies() || roots.isPresent(), protocols, indicatesHost);
        } catch (GeneralSecurityException e) {
            throw new TlsException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private void checkChoices() throws TlsException {
        if (context.isPresent() && (roots.isPresent() || identity.isPresent())) {
            throw new TlsException("a context has its own roots and client certificate: give either it or those");
        }
        if (mode == TlsMode.VERIFY_CA && context.isEmpty() && roots.isEmpty()) {
            throw new TlsException("verify-ca needs roots: the JDK's have signed for anybody; or use verify-full");
        }
    }

    private SSLContext newContext() throws IOException, GeneralSecurityException {
        KeyManager[] keys = identity.isPresent() ? identity.get().read() : new KeyManager[0];
        SSLContext fresh = SSLContext.getInstance("TLS");
        fresh.init(keys, trust(), null);
        return fresh;
    }

    private TrustManager[] trust() throws IOException, GeneralSecurityException {
        if (roots.isPresent()) {
            return KeyStores.trusting(Pem.certificates(roots.get()));
        }
        return mode.verifies() ? KeyStores.trustingAsTheJdk() : new TrustManager[] {new Unverified()};
    }

    private void checkProtocols(SSLContext chosen) throws TlsException {
        Set<String> known = Set.of(chosen.getSupportedSSLParameters().getProtocols());
        for (String version : protocols) {
            if (!known.contains(version)) {
                throw new TlsException("this JDK knows no protocol " + version + " but " + known);
            }
        }
    }
}
