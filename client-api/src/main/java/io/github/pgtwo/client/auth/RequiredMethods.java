package io.github.pgtwo.client.auth;

import io.github.pgtwo.client.error.PgUsageException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which login methods a server may ask for, with the names and rules of libpq's {@code require_auth}. Being let in
 * without a question is a method as well, {@link #NONE}.
 */
final class RequiredMethods {
    static final String NONE = "none";
    static final RequiredMethods ANY = new RequiredMethods("");

    /** Those of protocol 2.0, and those that lists made for newer protocols may hold. */
    private static final Set<String> KNOWN =
            Set.of(NONE, "password", "crypt", "md5", "krb4", "krb5", "creds", "gss", "sspi", "scram-sha-256");

    private final String list;
    private final boolean negated;
    private final Set<String> names = new LinkedHashSet<>();

    /** An empty list restricts nothing. */
    RequiredMethods(String list) {
        this.list = list;
        negated = list.isEmpty() || list.startsWith("!");
        for (String entry : list.isEmpty() ? new String[0] : list.split(",", -1)) {
            add(entry);
        }
    }

    private void add(String entry) {
        if (entry.startsWith("!") != negated) {
            throw wrong("mixes methods with negated ones");
        }
        String name = negated ? entry.substring(1) : entry;
        if (name.isEmpty()) {
            throw wrong("has an empty entry");
        }
        if (!names.add(name)) {
            throw wrong("names " + name + " more than once");
        }
    }

    /**
     * Refuses names that nobody knows or that stand for something else, and a list by which no login is possible.
     *
     * @param provided the methods that this client has
     */
    public void check(Collection<String> provided) {
        if (provided.contains(NONE)) {
            throw new PgUsageException(
                    "no login method can be named " + NONE + ", which stands for being asked nothing");
        }
        for (String name : names) {
            if (!KNOWN.contains(name) && !provided.contains(name)) {
                throw wrong("names " + name + ", which is no login method");
            }
        }
        Set<String> possible = new TreeSet<>(provided);
        possible.add(NONE);
        for (String method : possible) {
            if (allow(method)) {
                return;
            }
        }
        throw wrong("allows none of the login methods that there are: " + possible);
    }

    private PgUsageException wrong(String problem) {
        return new PgUsageException("requireAuth \"" + list + "\" " + problem);
    }

    boolean allow(String method) {
        return names.contains(method) != negated;
    }

    /** Whether the method is allowed by its name, and not only because others are excluded. */
    public boolean name(String method) {
        return !negated && names.contains(method);
    }

    @Override
    public String toString() {
        return list;
    }
}
