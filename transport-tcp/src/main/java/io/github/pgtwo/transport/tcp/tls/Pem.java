package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.TlsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys in files as OpenSSL writes them. */
final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----\\s+([^-]*)-----END \\1-----");

    private Pem() {}

    /** All certificates of a file, at least one. */
    static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> certificates;
        try (var in = new ByteArrayInputStream(Files.readAllBytes(file))) {
            certificates = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new TlsException(file + " holds something that is no X.509 certificate", e);
        }
        if (certificates.isEmpty()) {
            throw new TlsException(file + " holds no certificate");
        }
        return certificates;
    }

    /** The key of a file, which belongs to a certificate of this algorithm. */
    static PrivateKey privateKey(Path file, String algorithm) throws IOException {
        byte[] content = Files.readAllBytes(file);
        byte[] encoded = {};
        try {
            encoded = keyWithin(file, new String(content, StandardCharsets.ISO_8859_1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // what they say may hold bytes of the key
            throw new TlsException(file + " holds no " + algorithm + " key, as its certificate needs one");
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static byte[] keyWithin(Path file, String text) throws TlsException {
        Matcher key = KEY.matcher(text);
        if (!key.find()) {
            throw new TlsException(file + " holds no private key in PEM");
        }
        if (!key.group(1).equals("PRIVATE KEY")) {
            throw new TlsException(file + " holds a key as " + key.group(1)
                    + ", and only PKCS#8 without a password can be read: convert it with openssl pkcs8 -topk8 -nocrypt,"
                    + " or put key and certificate into a PKCS#12 file");
        }
        return Base64.getMimeDecoder().decode(key.group(2));
    }
}
