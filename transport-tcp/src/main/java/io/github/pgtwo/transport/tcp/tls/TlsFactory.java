package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.StreamSecurity;
import io.github.pgtwo.spi.StreamSecurityFactory;
import io.github.pgtwo.spi.TlsSettings;
import java.io.IOException;

/** Makes {@link Tls} of settings. */
public final class TlsFactory implements StreamSecurityFactory {
    /** For {@link java.util.ServiceLoader}. */
    public TlsFactory() {}

    @Override
    public StreamSecurity create(TlsSettings settings) throws IOException {
        TlsBuilder builder = Tls.builder(settings.mode())
                .protocols(settings.protocols().toArray(String[]::new))
                .indicateHost(settings.indicatesHost());
        settings.roots().ifPresent(builder::roots);
        settings.certificates()
                .ifPresent(
                        shown -> builder.clientCertificate(shown, settings.key().orElseThrow()));
        return builder.build();
    }
}
