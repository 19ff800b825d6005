package io.github.pgtwo.auth;

import io.github.pgtwo.auth.KerberosOptions.Source;
import io.github.pgtwo.auth.KerberosOptions.TicketOptions;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/** Gets a ticket by Java's own login module, of a configuration made here: nothing of the JVM is set or read. */
final class KerberosLogin implements AutoCloseable {
    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

    private final LoginContext context;

    private KerberosLogin(LoginContext context) {
        this.context = context;
    }

    static KerberosLogin of(TicketOptions options, AuthExchange exchange) throws AuthenticationException {
        try (KerberosPassword password = new KerberosPassword(options, exchange)) {
            LoginContext context = new LoginContext("pgtwo", new Subject(), password, configuration(options));
            context.login();
            return new KerberosLogin(context);
        } catch (LoginException e) {
            throw failure(options, e);
        }
    }

    private static AuthenticationException failure(TicketOptions options, LoginException e) {
        String text = String.valueOf(e.getMessage());
        return text.contains("LoginModule")
                ? new AuthenticationException(
                        Kind.UNSUPPORTED,
                        "this Java runtime was made without jdk.security.auth, which Kerberos needs (" + text + ")",
                        e)
                : new AuthenticationException(Kind.NO_CREDENTIAL, reason(options, text), e);
    }

    Subject subject() {
        return context.getSubject();
    }

    private static Configuration configuration(TicketOptions options) {
        var entry = new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, settings(options));
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {entry};
            }
        };
    }

    private static Map<String, String> settings(TicketOptions options) {
        Map<String, String> settings = new HashMap<>();
        switch (options.source()) {
            case CACHE -> {
                settings.put("useTicketCache", "true");
                settings.put("doNotPrompt", "true");
                putIfSet(settings, "ticketCache", options.cache());
            }
            case KEYTAB -> {
                settings.put("useKeyTab", "true");
                settings.put("doNotPrompt", "true");
                putIfSet(settings, "keyTab", options.keytab());
            }
            case PASSWORD, PROCESS -> {}
        }
        putIfSet(settings, "principal", options.principal());
        return settings;
    }

    private static void putIfSet(Map<String, String> settings, String name, String value) {
        if (!value.isEmpty()) {
            settings.put(name, value);
        }
    }

    /** Java's own words are misleading where a cache has no ticket. */
    private static String reason(TicketOptions options, String text) {
        if (options.source() == Source.CACHE && text.contains("Unable to obtain")) {
            String where = options.cache().isEmpty() ? "the default cache" : options.cache();
            return "there is no valid Kerberos ticket in " + where + "; kinit gets one";
        }
        if (options.source() == Source.KEYTAB && text.contains("Unable to obtain")) {
            return "the keytab has no usable key of that principal (" + text + ")";
        }
        if (text.contains("Checksum failed") || text.contains("Integrity check") || text.contains("(24)")) {
            return "the Kerberos password or key is wrong (" + text + ")";
        }
        return "no Kerberos ticket: " + text;
    }

    /** Destroys the ticket. */
    @Override
    public void close() throws AuthenticationException {
        try {
            context.logout();
        } catch (LoginException e) {
            throw new AuthenticationException(Kind.NO_CREDENTIAL, "the Kerberos ticket cannot be given up", e);
        }
    }
}
