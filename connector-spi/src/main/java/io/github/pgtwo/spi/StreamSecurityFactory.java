package io.github.pgtwo.spi;

import java.io.IOException;

/**
 * Makes TLS out of settings; found by {@link java.util.ServiceLoader} where settings ask for it, so that a client need
 * not know who does TLS. Implementations are thread-safe.
 */
public interface StreamSecurityFactory {
    /**
     * Reads the files.
     *
     * @throws TlsException if they or the choices do not fit; says how
     * @throws IOException if a file cannot be read
     */
    StreamSecurity create(TlsSettings settings) throws IOException;
}
