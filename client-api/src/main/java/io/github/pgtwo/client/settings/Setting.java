package io.github.pgtwo.client.settings;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a connection string can say, by libpq's keys; the variable of the environment that says the same, if there is
 * one; and what holds if nobody says anything (protocol 2.0, section 11.1).
 */
public enum Setting {
    SERVICE("service", "PGSERVICE"),
    USER("user", "PGUSER"),
    PASSWORD("password", "PGPASSWORD"),
    PASSFILE("passfile", "PGPASSFILE"),
    CHANNEL_BINDING("channel_binding", "PGCHANNELBINDING", "prefer"),
    CONNECT_TIMEOUT("connect_timeout", "PGCONNECT_TIMEOUT"),
    DBNAME("dbname", "PGDATABASE"),
    HOST("host", "PGHOST"),
    HOSTADDR("hostaddr", "PGHOSTADDR"),
    PORT("port", "PGPORT", "5432"),
    CLIENT_ENCODING("client_encoding", "PGCLIENTENCODING"),
    OPTIONS("options", "PGOPTIONS"),
    APPLICATION_NAME("application_name", "PGAPPNAME"),
    FALLBACK_APPLICATION_NAME("fallback_application_name"),
    KEEPALIVES("keepalives"),
    KEEPALIVES_IDLE("keepalives_idle"),
    KEEPALIVES_INTERVAL("keepalives_interval"),
    KEEPALIVES_COUNT("keepalives_count"),
    TCP_USER_TIMEOUT("tcp_user_timeout"),
    SSLMODE("sslmode", "PGSSLMODE", "prefer"),
    SSLNEGOTIATION("sslnegotiation", "PGSSLNEGOTIATION", "postgres"),
    SSLCOMPRESSION("sslcompression", "PGSSLCOMPRESSION", "0"),
    SSLCERT("sslcert", "PGSSLCERT"),
    SSLKEY("sslkey", "PGSSLKEY"),
    SSLCERTMODE("sslcertmode", "PGSSLCERTMODE", "allow"),
    SSLPASSWORD("sslpassword"),
    SSLROOTCERT("sslrootcert", "PGSSLROOTCERT"),
    SSLCRL("sslcrl", "PGSSLCRL"),
    SSLCRLDIR("sslcrldir", "PGSSLCRLDIR"),
    SSLSNI("sslsni", "PGSSLSNI", "1"),
    REQUIREPEER("requirepeer", "PGREQUIREPEER"),
    REQUIRE_AUTH("require_auth", "PGREQUIREAUTH"),
    SSL_MIN_PROTOCOL_VERSION("ssl_min_protocol_version", "PGSSLMINPROTOCOLVERSION", "TLSv1.2"),
    SSL_MAX_PROTOCOL_VERSION("ssl_max_protocol_version", "PGSSLMAXPROTOCOLVERSION"),
    GSSENCMODE("gssencmode", "PGGSSENCMODE", "prefer"),
    KRBSRVNAME("krbsrvname", "PGKRBSRVNAME", "postgres"),
    GSSLIB("gsslib", "PGGSSLIB"),
    GSSDELEGATION("gssdelegation", "PGGSSDELEGATION", "0"),
    REPLICATION("replication"),
    TARGET_SESSION_ATTRS("target_session_attrs", "PGTARGETSESSIONATTRS", "any"),
    LOAD_BALANCE_HOSTS("load_balance_hosts", "PGLOADBALANCEHOSTS", "disable");

    private static final Map<String, Setting> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Setting::key, Function.identity()));

    private final String key;
    private final String variable;
    private final String otherwise;

    Setting(String key) {
        this(key, "");
    }

    Setting(String key, String variable) {
        this(key, variable, "");
    }

    Setting(String key, String variable, String otherwise) {
        this.key = key;
        this.variable = variable;
        this.otherwise = otherwise;
    }

    /** How connection strings call it. */
    public String key() {
        return key;
    }

    /** The variable of the environment; empty if there is none. */
    public String variable() {
        return variable;
    }

    /** What holds if nothing is said; empty if that is nothing, or not always the same. */
    public String otherwise() {
        return otherwise;
    }

    /** Whether the value must not be shown. */
    public boolean isSecret() {
        return this == PASSWORD || this == SSLPASSWORD;
    }

    /** The setting of this key, in exactly this spelling. */
    public static Optional<Setting> ofKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
