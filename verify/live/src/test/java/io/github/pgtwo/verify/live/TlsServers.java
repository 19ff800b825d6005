package io.github.pgtwo.verify.live;

import io.github.pgtwo.embedded.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import okhttp3.tls.HeldCertificate;

/** Real servers with ssl = on, and the certificates of this run; each server starts when it is first asked for. */
final class TlsServers {
    private static final long DAY = Duration.ofDays(1).toMillis();

    static final HeldCertificate ROOT = root("root");
    static final HeldCertificate OTHER_ROOT = root("other root");

    private TlsServers() {}

    private static final class Good {
        static final EmbeddedServer SERVER = start(signed("localhost", ROOT, 0));
    }

    private static final class Expired {
        static final EmbeddedServer SERVER = start(signed("localhost", ROOT, 2 * DAY));
    }

    /** Its certificate is for localhost, by {@link #ROOT}. */
    static EmbeddedServer good() {
        return Good.SERVER;
    }

    /** The same, but expired. */
    static EmbeddedServer expired() {
        return Expired.SERVER;
    }

    private static HeldCertificate root(String name) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .certificateAuthority(0)
                .build();
    }

    /** Valid for a day, of which so much has passed. */
    static HeldCertificate signed(String name, HeldCertificate root, long passed) {
        long from = System.currentTimeMillis() - passed;
        return new HeldCertificate.Builder()
                .commonName(name)
                .addSubjectAlternativeName(name)
                .signedBy(root)
                .validityInterval(from, from + DAY)
                .build();
    }

    /** The password of all users is their name; what their names say goes for TCP. */
    private static EmbeddedServer start(HeldCertificate certificate) {
        return EmbeddedServer.builder()
                .setting("ssl", "on")
                .setting("ssl_ca_file", "root.crt")
                .hba(
                        "hostssl all by_certificate 127.0.0.1/32 cert",
                        "host all by_password 127.0.0.1/32 password",
                        "host all by_nothing 127.0.0.1/32 reject",
                        "hostssl all only_tls 127.0.0.1/32 trust",
                        "hostnossl all only_plain 127.0.0.1/32 trust",
                        "host all only_tls,only_plain 127.0.0.1/32 reject")
                .sql(
                        "create role by_certificate login",
                        "create role only_tls login",
                        "create role only_plain login",
                        "create role by_md5 login password 'by_md5'",
                        "create role by_password login password 'by_password'",
                        "create role by_nothing login password 'by_nothing'",
                        file("server.crt", certificate.certificatePem()),
                        file("server.key", certificate.privateKeyPkcs8Pem()),
                        file("root.crt", ROOT.certificatePem()))
                .start();
    }

    /** Has the server write a file into its own folder: whoever it runs as then owns it, and nobody else reads it. */
    private static String file(String name, String content) {
        String encoded = Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.US_ASCII));
        return "copy (select '" + encoded + "') to program 'umask 077 && base64 -d > " + name + "'";
    }
}
