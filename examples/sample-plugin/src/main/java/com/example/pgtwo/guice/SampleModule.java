package com.example.pgtwo.guice;

import com.example.pgtwo.HmacAuth;
import com.example.pgtwo.LoopbackTransport;
import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.Transport;

/** Contributes both plug-ins to the sets of their kinds. */
@SuppressWarnings("exports") // Guice is optional: who uses this class has it
public final class SampleModule extends AbstractModule {
    /** Has no options. */
    public SampleModule() {}

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), AuthProvider.class).addBinding().toInstance(new HmacAuth());
        Multibinder.newSetBinder(binder(), Transport.class).addBinding().toInstance(new LoopbackTransport());
    }
}
