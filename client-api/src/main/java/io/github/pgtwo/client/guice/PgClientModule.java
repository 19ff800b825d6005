package io.github.pgtwo.client.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.multibindings.Multibinder;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.Transport;
import java.util.Set;

/**
 * Provides a new {@link PgClientBuilder} at each injection, filled with every {@link Transport} and {@link
 * AuthProvider} that Guice modules have contributed to the sets of these types. Two providers for one
 * request are an error when the builder is made.
 */
@SuppressWarnings("exports") // Guice is optional: who uses this class has it
public final class PgClientModule extends AbstractModule {
    /** Has no options. */
    public PgClientModule() {}

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Transport.class);
        Multibinder.newSetBinder(binder(), AuthProvider.class);
    }

    /** A builder that knows what was contributed. */
    @Provides
    public PgClientBuilder builder(Set<Transport> transports, Set<AuthProvider> providers) {
        PgClientBuilder builder = PgClient.builder();
        transports.forEach(builder::transport);
        providers.forEach(builder::authProvider);
        return builder;
    }
}
