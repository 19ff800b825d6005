package io.github.pgtwo.console;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.transport.unix.UnixTransport;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to connect: what was said, and defaults for the rest.
 *
 * @param endpoint where
 * @param user as whom
 * @param database to what
 * @param password if it is known beforehand
 * @param options switches for the backend, perhaps none
 * @param timeout how long connecting may take, if that was said
 */
record ConnectionSettings(
        Endpoint endpoint,
        String user,
        String database,
        Optional<String> password,
        String options,
        Optional<Duration> timeout) {

    private static final int DEFAULT_PORT = 5432;
    private static final int LAST_PORT = 65535;

    /** What an earlier map says wins; throws {@link SettingsException}. */
    @SafeVarargs
    static ConnectionSettings of(Map<Parameter, String>... sources) {
        Map<Parameter, String> said = new EnumMap<>(Parameter.class);
        for (Map<Parameter, String> source : sources) {
            source.forEach(said::putIfAbsent);
        }
        String user = said.getOrDefault(Parameter.USER, System.getProperty("user.name"));
        return new ConnectionSettings(
                endpoint(said),
                user,
                said.getOrDefault(Parameter.DATABASE, user),
                Optional.ofNullable(said.get(Parameter.PASSWORD)),
                said.getOrDefault(Parameter.OPTIONS, ""),
                Optional.ofNullable(said.get(Parameter.CONNECT_TIMEOUT)).map(ConnectionSettings::timeout));
    }

    private static Endpoint endpoint(Map<Parameter, String> said) {
        int port = port(said);
        String host = said.getOrDefault(Parameter.HOST, "");
        if (host.contains(",")) {
            throw new SettingsException("several hosts are not supported yet: give one");
        }
        if (host.isEmpty()) {
            return UnixTransport.usualEndpoint(port);
        }
        return host.startsWith("/") || host.startsWith("@") ? Endpoint.unix(host, port) : Endpoint.tcp(host, port);
    }

    private static int port(Map<Parameter, String> said) {
        String text = said.getOrDefault(Parameter.PORT, String.valueOf(DEFAULT_PORT));
        int port = integer(Parameter.PORT, text);
        if (port < 1 || port > LAST_PORT) {
            throw new SettingsException("invalid port number: \"" + text + "\"");
        }
        return port;
    }

    private static Duration timeout(String text) {
        return Duration.ofSeconds(Math.max(0, integer(Parameter.CONNECT_TIMEOUT, text)));
    }

    private static int integer(Parameter parameter, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new SettingsException(
                    "invalid integer value \"" + text + "\" for connection option \"" + parameter.key() + "\"");
        }
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return user + "@" + endpoint + "/" + database;
    }
}
