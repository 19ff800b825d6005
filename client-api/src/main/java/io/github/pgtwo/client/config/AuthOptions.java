package io.github.pgtwo.client.config;

import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.spi.AuthProvider;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Settings of login methods, by the method's name. */
public final class AuthOptions {
    private final Map<String, Map<String, String>> byMethod = new TreeMap<>();

    /** Notes an option; {@code name} is the method, a dot, and the option. */
    public void set(String name, String value) {
        int dot = name.lastIndexOf('.');
        if (dot < 1 || dot == name.length() - 1) {
            throw new PgUsageException("\"" + name + "\" is not the name of a login method, a dot and an option");
        }
        byMethod.computeIfAbsent(name.substring(0, dot), method -> new TreeMap<>())
                .put(name.substring(dot + 1), value);
    }

    /**
     * All of them, and one for which the application has said nothing, if there is that method; an empty value says
     * nothing, either.
     */
    public Map<String, Map<String, String>> orElse(
            String method, String option, String value, Collection<AuthProvider> providers) {
        AuthOptions more = new AuthOptions();
        for (Map.Entry<String, Map<String, String>> each : byMethod.entrySet()) {
            more.byMethod.put(each.getKey(), new TreeMap<>(each.getValue()));
        }
        if (!value.isEmpty() && isAmong(providers, method)) {
            more.byMethod.computeIfAbsent(method, each -> new TreeMap<>()).putIfAbsent(option, value);
        }
        return more.of(providers);
    }

    /** All of them; one for a method that is not there would be missed without a word. */
    public Map<String, Map<String, String>> of(Collection<AuthProvider> providers) {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (Map.Entry<String, Map<String, String>> each : byMethod.entrySet()) {
            if (!isAmong(providers, each.getKey())) {
                throw new PgUsageException(
                        "there are options for login method " + each.getKey() + ", but no such method");
            }
            all.put(each.getKey(), Map.copyOf(each.getValue()));
        }
        return Map.copyOf(all);
    }

    private static boolean isAmong(Collection<AuthProvider> providers, String method) {
        for (AuthProvider provider : providers) {
            if (provider.method().equals(method)) {
                return true;
            }
        }
        return false;
    }
}
