package io.github.pgtwo.transport.tcp.guice;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.transport.tcp.TcpTransport;

/** Adds a {@link TcpTransport} to the set of {@link Transport}s. Installing it twice adds one. */
@SuppressWarnings("exports") // Guice is optional: whoever names this class has it
public final class TcpTransportModule extends AbstractModule {
    private static final Transport TRANSPORT = new TcpTransport();

    /** Needs no configuration. */
    public TcpTransportModule() {}

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Transport.class).addBinding().toInstance(TRANSPORT);
    }
}
