package io.github.pgtwo.transport.unix.guice;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.transport.unix.UnixTransport;

/** Adds a {@link UnixTransport} to the set of {@link Transport}s. Installing it twice adds one. */
@SuppressWarnings("exports") // Guice is optional: whoever names this class has it
public final class UnixTransportModule extends AbstractModule {
    private static final Transport TRANSPORT = new UnixTransport();

    /** Needs no configuration. */
    public UnixTransportModule() {}

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Transport.class).addBinding().toInstance(TRANSPORT);
    }
}
