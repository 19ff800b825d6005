package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.TlsException;
import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Why TLS has failed, in words for whoever has to mend it. */
final class TlsFailures {
    private static final String ALERT = "Received fatal alert: ";
    private static final Pattern CERTIFICATE_ALERT =
            Pattern.compile("(?:.*certificate.*|unknown_ca|access_denied|no_certificate)");
    private static final Pattern NO_COMMON_GROUND = Pattern.compile(
            ".*(?:protocol version|appropriate protocol|protocol_version|handshake_failure|insufficient_security|no cipher).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TLS = Pattern.compile(".*(?:Unsupported or unrecognized|plaintext connection).*");

    private TlsFailures() {}

    static TlsException explain(SSLException failure, String peer) {
        String detail = String.valueOf(failure.getMessage());
        return new TlsException(
                "TLS with " + peer + " failed: " + reason(failure, detail) + " (" + detail + ")", failure);
    }

    private static String reason(SSLException failure, String detail) {
        List<Throwable> causes = causes(failure);
        if (has(CertificateExpiredException.class, causes)) {
            return "a certificate of the server has expired";
        }
        if (has(CertificateNotYetValidException.class, causes)) {
            return "a certificate of the server is not valid yet";
        }
        if (has(CertPathBuilderException.class, causes) || has(SignatureException.class, causes)) {
            return "no trusted root has signed the server's certificate; if the server is the right one, name its root";
        }
        if (has(CertificateException.class, causes)) {
            return "the server's certificate is not accepted, or is for another host";
        }
        return reasonWithoutCause(detail);
    }

    private static String reasonWithoutCause(String detail) {
        int alert = detail.indexOf(ALERT); // newer JDKs say its name first
        if (alert >= 0
                && CERTIFICATE_ALERT
                        .matcher(detail.substring(alert + ALERT.length()))
                        .matches()) {
            return "the server does not accept the client's certificate, or wants one";
        }
        if (NO_COMMON_GROUND.matcher(detail).matches()) {
            return "both sides have no version or cipher in common, or the server wants a certificate of the client; old"
                    + " servers need old versions, which the JDK allows only if they are named and its property jdk.tls.disabledAlgorithms does not forbid them";
        }
        return NO_TLS.matcher(detail).matches() ? "what came is no TLS" : "one side broke it off";
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < 20; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static boolean has(Class<? extends Throwable> type, List<Throwable> causes) {
        return causes.stream().anyMatch(type::isInstance);
    }
}
