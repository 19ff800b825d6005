package io.github.pgtwo.client.config;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.client.error.PgSettingsException.Problem;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.spi.StreamSecurity;
import io.github.pgtwo.spi.StreamSecurityFactory;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.spi.TlsSettings;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who does TLS where settings want it. */
public final class SecurityFactories {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityFactories.class);

    private SecurityFactories() {}

    /** Without a factory there is TLS only for modes that do not insist on it, none, as with a libpq that has none. */
    public static StreamSecurity create(TlsSettings wanted) {
        List<StreamSecurityFactory> found = Discovery.of(StreamSecurityFactory.class);
        if (found.size() > 1) {
            throw new PgUsageException(
                    "two plug-ins do TLS: " + found.get(0).getClass().getName() + " and "
                            + found.get(1).getClass().getName() + "; choose by tls(...)");
        }
        if (!found.isEmpty()) {
            return create(found.get(0), wanted);
        }
        if (wanted.mode().compareTo(TlsMode.PREFER) > 0) {
            throw new PgUsageException(
                    "sslmode " + wanted.mode() + " needs something that does TLS, and nothing is found:"
                            + " put transport-tcp on the path, or choose by tls(...)");
        }
        LOG.debug("nothing is found that does TLS; sslmode {} goes without", wanted.mode());
        return StreamSecurity.NONE;
    }

    private static StreamSecurity create(StreamSecurityFactory factory, TlsSettings wanted) {
        try {
            return factory.create(wanted);
        } catch (IOException e) {
            throw new PgSettingsException(Problem.FILE, "sslmode " + wanted.mode() + ": " + e.getMessage());
        }
    }
}
