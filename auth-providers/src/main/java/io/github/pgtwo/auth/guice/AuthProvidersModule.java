package io.github.pgtwo.auth.guice;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import io.github.pgtwo.auth.CleartextAuth;
import io.github.pgtwo.auth.CryptAuth;
import io.github.pgtwo.auth.KerberosAuth;
import io.github.pgtwo.auth.Md5Auth;
import io.github.pgtwo.auth.ScmAuth;
import io.github.pgtwo.spi.AuthProvider;

/** Contributes all providers of this module to the set of {@link AuthProvider}. */
@SuppressWarnings("exports") // Guice is optional: who uses this class has it
public final class AuthProvidersModule extends AbstractModule {
    /** Has no options. */
    public AuthProvidersModule() {}

    @Override
    protected void configure() {
        var providers = Multibinder.newSetBinder(binder(), AuthProvider.class);
        providers.addBinding().toInstance(new CleartextAuth());
        providers.addBinding().toInstance(new CryptAuth());
        providers.addBinding().toInstance(new KerberosAuth());
        providers.addBinding().toInstance(new Md5Auth());
        providers.addBinding().toInstance(new ScmAuth());
    }
}
