package io.github.pgtwo.client.config;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Transport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Transports and login methods from the application and from discovery. Those of the application come first;
 * among the discovered ones nothing is left to the order of a path, since both kinds get to see passwords.
 */
public final class PlugIns {
    private final List<Transport> transports = new ArrayList<>();
    private final Map<Integer, AuthProvider> providers = new HashMap<>();
    private final List<Transport> foundTransports = new ArrayList<>();
    private final List<AuthProvider> foundProviders = new ArrayList<>();

    /** Of two with one name, one would be meant for the other's endpoints and never be used. */
    public void add(Transport transport) {
        for (Transport other : transports) {
            if (other.name().equals(transport.name())) {
                throw ambiguous("are transport " + transport.name(), other, transport);
            }
        }
        transports.add(transport);
    }

    /** Notes a login method; one a request. */
    public void add(AuthProvider provider) {
        addOnce(providers, provider);
    }

    /** Login methods that are not pgtwo's own are taken only if the application has named them. */
    public void discover(Set<String> methods) {
        foundTransports.clear();
        foundProviders.clear();
        foundTransports.addAll(Discovery.of(Transport.class));
        for (AuthProvider provider : Discovery.of(AuthProvider.class)) {
            if (Discovery.own(provider) || Discovery.says(provider, () -> methods.contains(provider.method()))) {
                foundProviders.add(provider);
            }
        }
    }

    /** The transport that serves the endpoint; those that were added go first. */
    public Transport transportFor(Endpoint endpoint) {
        for (Transport transport : transports) {
            if (transport.supports(endpoint)) {
                return transport;
            }
        }
        return foundTransportFor(endpoint);
    }

    private Transport foundTransportFor(Endpoint endpoint) {
        List<Transport> serving = foundTransports.stream()
                .filter(transport -> Discovery.says(transport, () -> transport.supports(endpoint)))
                .toList();
        if (serving.isEmpty()) {
            throw new PgUsageException("no transport serves " + endpoint
                    + ": add one with transport(...), or call discover() with its jar on the path");
        }
        if (serving.size() > 1) {
            throw ambiguous("serve " + endpoint, serving.get(0), serving.get(1));
        }
        return serving.get(0);
    }

    /** The login methods by the code of their request. */
    public Map<Integer, AuthProvider> providers() {
        Map<Integer, AuthProvider> all = new HashMap<>();
        for (AuthProvider provider : foundProviders) {
            if (!providers.containsKey(provider.requestCode())) {
                addOnce(all, provider);
            }
        }
        all.putAll(providers);
        checkNames(all.values());
        return Map.copyOf(all);
    }

    /** Policies and options know methods by their names. */
    private static void checkNames(Collection<AuthProvider> providers) {
        Map<String, AuthProvider> named = new HashMap<>();
        for (AuthProvider provider : providers) {
            AuthProvider other = named.put(provider.method(), provider);
            if (other != null) {
                throw ambiguous("are login method " + provider.method(), other, provider);
            }
        }
    }

    private static void addOnce(Map<Integer, AuthProvider> into, AuthProvider provider) {
        AuthProvider other = into.put(provider.requestCode(), provider);
        if (other != null) {
            throw ambiguous("answer authentication request " + provider.requestCode(), other, provider);
        }
    }

    private static PgUsageException ambiguous(String both, Object one, Object other) {
        return new PgUsageException("two plug-ins " + both + ": "
                + one.getClass().getName() + " and " + other.getClass().getName());
    }
}
