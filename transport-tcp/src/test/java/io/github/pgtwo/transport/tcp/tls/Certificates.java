package io.github.pgtwo.transport.tcp.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Certificates of all kinds, made for this run. */
final class Certificates {
    private static final long DAY = Duration.ofDays(1).toMillis();

    static final HeldCertificate ROOT = root();
    static final HeldCertificate OTHER_ROOT = root();
    static final HeldCertificate SERVER = signed("localhost", ROOT);

    private Certificates() {}

    private static HeldCertificate root() {
        return new HeldCertificate.Builder()
                .commonName("root")
                .certificateAuthority(0)
                .build();
    }

    /** For servers of this name, and for clients. */
    static HeldCertificate signed(String name, HeldCertificate root) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName(name)
                .signedBy(root)
                .build();
    }

    static HeldCertificate expired(String name, HeldCertificate root) {
        long now = System.currentTimeMillis();
        return new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName(name)
                .signedBy(root)
                .validityInterval(now - 2 * DAY, now - DAY)
                .build();
    }

    /** A context of a server that shows this certificate, and trusts clients of the root. */
    static SSLContext server(HeldCertificate certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(ROOT.certificate())
                .build()
                .sslContext();
    }

    static Path write(Path folder, String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
