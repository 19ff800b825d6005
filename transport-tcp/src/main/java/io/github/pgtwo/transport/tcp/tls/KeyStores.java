package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.TlsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Certificates and keys as the JDK wants to have them. */
final class KeyStores {
    private static final char[] NO_PASSWORD = {};

    private KeyStores() {}

    static TrustManager[] trusting(List<X509Certificate> roots) throws IOException, GeneralSecurityException {
        KeyStore store = empty();
        for (X509Certificate root : roots) {
            store.setCertificateEntry("root " + store.size(), root);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return factory.getTrustManagers();
    }

    static TrustManager[] trustingAsTheJdk() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init((KeyStore) null);
        return factory.getTrustManagers();
    }

    static KeyManager[] fromPem(Path certificates, Path key) throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = Pem.certificates(certificates);
        PrivateKey own = Pem.privateKey(key, chain.get(0).getPublicKey().getAlgorithm());
        KeyStore store = empty();
        store.setKeyEntry("client", own, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        return managers(store, NO_PASSWORD);
    }

    static KeyManager[] fromPkcs12(Path file, char[] password) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            checkHasKey(file, store);
            return managers(store, password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static void checkHasKey(Path file, KeyStore store) throws IOException, GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return;
            }
        }
        throw new TlsException(file + " holds no private key");
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyManager[] managers(KeyStore store, char[] password) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }
}
