package io.github.pgtwo.transport.tcp.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.TlsException;
import io.github.pgtwo.spi.TlsMode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and choices, good and bad. */
class TlsBuilderTest {
    private static final HeldCertificate RSA =
            new HeldCertificate.Builder().commonName("rsa").rsa2048().build();

    @TempDir
    private Path folder;

    private static TlsBuilder builder() {
        return Tls.builder(TlsMode.REQUIRE);
    }

    private Path write(String name, String content) throws IOException {
        return Certificates.write(folder, name, content);
    }

    @Test
    void printsItsModeAsLibpqNamesIt() throws IOException {
        assertThat(Tls.builder(TlsMode.VERIFY_FULL).build()).hasToString("Tls[verify-full]");
    }

    @Test
    void verifyCaWantsRoots() {
        assertThatThrownBy(() -> Tls.builder(TlsMode.VERIFY_CA).build())
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("verify-ca needs roots");
    }

    @Test
    void aContextStandsAlone() throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getDefault();
        Path root = write("root.pem", Certificates.ROOT.certificatePem());
        assertThatThrownBy(() -> builder().context(context).roots(root).build())
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("give either it or those");
    }

    @Test
    void filesThatAreNotThereAreNamed() {
        Path none = folder.resolve("none.pem");
        assertThatThrownBy(() -> builder().roots(none).build())
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none.pem");
    }

    @Test
    void filesWithoutCertificatesAreNamed() throws IOException {
        Path empty = write("empty.pem", "");
        Path broken = write("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThatThrownBy(() -> builder().roots(empty).build()).hasMessageEndingWith("empty.pem holds no certificate");
        assertThatThrownBy(() -> builder().roots(broken).build())
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("broken.pem");
    }

    @Test
    void keysOfAllKindsOfCertificatesAreRead() throws IOException {
        for (HeldCertificate held : new HeldCertificate[] {RSA, Certificates.SERVER}) {
            Path key = write("key.pem", held.privateKeyPkcs8Pem());
            Path certificate = write("certificate.pem", held.certificatePem());
            assertThat(builder().clientCertificate(certificate, key).build()).isNotNull();
        }
    }

    @Test
    void otherFormsOfKeysAreExplained() throws IOException {
        Path certificate = write("rsa.crt", RSA.certificatePem());
        Path pkcs1 = write("rsa.key", RSA.privateKeyPkcs1Pem());
        assertThatThrownBy(() -> builder().clientCertificate(certificate, pkcs1).build())
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("rsa.key holds a key as RSA PRIVATE KEY")
                .hasMessageContaining("openssl pkcs8 -topk8");
        Path encrypted = write(
                "locked.key",
                RSA.privateKeyPkcs8Pem()
                        .replace("BEGIN PRIVATE", "BEGIN ENCRYPTED PRIVATE")
                        .replace("END PRIVATE", "END ENCRYPTED PRIVATE"));
        assertThatThrownBy(() ->
                        builder().clientCertificate(certificate, encrypted).build())
                .hasMessageContaining("locked.key holds a key as ENCRYPTED PRIVATE KEY");
        assertThatThrownBy(() ->
                        builder().clientCertificate(certificate, certificate).build())
                .hasMessageEndingWith("rsa.crt holds no private key in PEM");
    }

    @Test
    void aKeyOfAnotherKindIsRefusedWithoutShowingIt() throws IOException {
        Path certificate = write("rsa.crt", RSA.certificatePem());
        Path key = write("ec.key", Certificates.SERVER.privateKeyPkcs8Pem());
        assertThatThrownBy(() -> builder().clientCertificate(certificate, key).build())
                .isInstanceOf(TlsException.class)
                .hasMessageEndingWith("ec.key holds no RSA key, as its certificate needs one")
                .hasNoCause();
    }

    @Test
    void pkcs12IsReadAndItsPasswordWiped() throws Exception {
        Path file = pkcs12(true);
        char[] password = "secret".toCharArray();
        assertThat(builder().clientCertificate(file, () -> password).build()).isNotNull();
        assertThat(password).containsOnly('\0');
    }

    @Test
    void noPasswordIsSaidToBeNone() throws Exception {
        Path file = pkcs12(true);
        assertThatThrownBy(() -> builder().clientCertificate(file, () -> null).build())
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("no password for " + file);
    }

    @Test
    void aWrongPasswordIsNoKey() throws Exception {
        Path file = pkcs12(true);
        char[] password = "wrong".toCharArray();
        assertThatThrownBy(
                        () -> builder().clientCertificate(file, () -> password).build())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("password");
        assertThat(password).containsOnly('\0');
        Path without = pkcs12(false);
        assertThatThrownBy(() -> builder()
                        .clientCertificate(without, "secret"::toCharArray)
                        .build())
                .isInstanceOf(TlsException.class)
                .hasMessageEndingWith("holds no private key");
    }

    private Path pkcs12(boolean withKey) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (withKey) {
            Certificate[] chain = {RSA.certificate()};
            store.setKeyEntry("client", RSA.keyPair().getPrivate(), "secret".toCharArray(), chain);
        } else {
            store.setCertificateEntry("client", RSA.certificate());
        }
        Path file = folder.resolve("client.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        return file;
    }

    @Test
    void unknownVersionsAreRefusedAtOnce() {
        assertThatThrownBy(() -> builder().protocols("TLSv9").build())
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("TLSv9")
                .hasMessageContaining("TLSv1.3");
    }
}
