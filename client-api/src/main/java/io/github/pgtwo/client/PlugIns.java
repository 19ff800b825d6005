package io.github.pgtwo.client;

import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Transports and login methods from the application and from discovery; the application's come first. */
final class PlugIns {
    private final List<Transport> transports = new ArrayList<>();
    private final Map<Integer, AuthProvider> providers = new HashMap<>();
    private final List<Transport> foundTransports = new ArrayList<>();
    private final Map<Integer, AuthProvider> foundProviders = new HashMap<>();

    void add(Transport transport) {
        transports.add(transport);
    }

    void add(AuthProvider provider) {
        addOnce(providers, provider);
    }

    void discover() {
        foundTransports.clear();
        foundProviders.clear();
        ServiceLoader.load(Transport.class).forEach(foundTransports::add);
        ServiceLoader.load(AuthProvider.class).forEach(provider -> addOnce(foundProviders, provider));
    }

    Transport transportFor(Endpoint endpoint) {
        return Stream.concat(transports.stream(), foundTransports.stream())
                .filter(transport -> transport.supports(endpoint))
                .findFirst()
                .orElseThrow(() -> new PgUsageException("no transport serves " + endpoint
                        + ": add one with transport(...), or call discover() with its jar on the path"));
    }

    Map<Integer, AuthProvider> providers() {
        Map<Integer, AuthProvider> all = new HashMap<>(foundProviders);
        all.putAll(providers);
        return Map.copyOf(all);
    }

    /** Path order must not decide who gets to see a password. */
    private static void addOnce(Map<Integer, AuthProvider> into, AuthProvider provider) {
        AuthProvider other = into.put(provider.requestCode(), provider);
        if (other != null) {
            throw new PgUsageException("two providers answer authentication request " + provider.requestCode() + ": "
                    + other.getClass().getName() + " and " + provider.getClass().getName());
        }
    }
}
