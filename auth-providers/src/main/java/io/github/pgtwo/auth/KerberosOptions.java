package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthTarget;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.Endpoint;
import java.util.Map;
import java.util.Set;

/** What may be set for {@link KerberosAuth}, under the names that its Javadoc lists. */
record KerberosOptions(
        String serviceName, String servicePrincipal, String appVersion, boolean mutual, TicketOptions ticket) {
    private static final Set<String> NAMES =
            Set.of("serviceName", "servicePrincipal", "appVersion", "mutual", "ticket", "cache", "keytab", "principal");

    /** Where the ticket comes from; an empty text is what Java's login module takes by itself. */
    record TicketOptions(Source source, String cache, String keytab, String principal) {}

    /** Where the ticket comes from. */
    enum Source {
        /** What kinit has left. */
        CACHE,
        /** A file with the user's key. */
        KEYTAB,
        /** The password of the application. */
        PASSWORD,
        /** What the process is set up for. */
        PROCESS;

        static Source of(String name) throws AuthenticationException {
            return switch (name) {
                case "cache" -> CACHE;
                case "keytab" -> KEYTAB;
                case "password" -> PASSWORD;
                case "process" -> PROCESS;
                default -> throw wrong("ticket is \"" + name + "\" instead of cache, keytab, password or process");
            };
        }
    }

    static KerberosOptions of(Map<String, String> options) throws AuthenticationException {
        for (String name : options.keySet()) {
            if (!NAMES.contains(name)) {
                throw wrong(name + " does not exist; there are "
                        + NAMES.stream().sorted().toList());
            }
        }
        String serviceName = options.getOrDefault("serviceName", "postgres");
        return new KerberosOptions(
                serviceName,
                options.getOrDefault("servicePrincipal", ""),
                options.getOrDefault("appVersion", serviceName),
                mutual(options.getOrDefault("mutual", "true")),
                new TicketOptions(
                        Source.of(options.getOrDefault("ticket", "cache")),
                        options.getOrDefault("cache", ""),
                        options.getOrDefault("keytab", ""),
                        options.getOrDefault("principal", "")));
    }

    private static boolean mutual(String value) throws AuthenticationException {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("mutual is \"" + value + "\" instead of true or false");
        };
    }

    /** The host as the application named it; what it resolves to may be another's word. */
    String host(AuthTarget target) throws AuthenticationException {
        if (target.endpoint() instanceof Endpoint.Tcp tcp) {
            return tcp.host();
        }
        throw wrong("servicePrincipal is needed where the endpoint has no host name, as " + target.endpoint());
    }

    private static AuthenticationException wrong(String problem) {
        return new AuthenticationException(Kind.UNSUPPORTED, "the option krb5." + problem);
    }
}
