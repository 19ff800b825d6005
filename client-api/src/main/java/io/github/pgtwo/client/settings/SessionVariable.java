package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What libpq passes on after the login, one {@code SET} each, in this order (protocol 2.0, section 11.3). Servers that
 * do not have the variable are not told.
 */
public enum SessionVariable {
    DATESTYLE("PGDATESTYLE", null),
    TIMEZONE("PGTZ", null),
    CLIENT_ENCODING("PGCLIENTENCODING", null),
    COST_HEAP("PGCOSTHEAP", ServerTrait.COST_VARIABLES),
    COST_INDEX("PGCOSTINDEX", ServerTrait.COST_VARIABLES),
    R_PLANS("PGRPLANS", ServerTrait.PLAN_VARIABLES),
    QUERY_LIMIT("PGQUERY_LIMIT", ServerTrait.PLAN_VARIABLES),
    GEQO("PGGEQO", null),
    APPLICATION_NAME("PGAPPNAME", ServerTrait.APPLICATION_NAME);

    private final String variable;
    private final Optional<ServerTrait> needed;

    SessionVariable(String variable, @Nullable ServerTrait needed) {
        this.variable = variable;
        this.needed = Optional.ofNullable(needed);
    }

    /** The variable of the environment. */
    public String variable() {
        return variable;
    }

    /** The server's name for it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the server has it. */
    public boolean isKnownTo(ServerProfile server) {
        return needed.map(server::has).orElse(true);
    }

    /**
     * The statement that sets it: {@code default} in any case means the server's own, everything else is text, which is
     * quoted so that it stays text in either syntax of strings (section 13.1).
     */
    String statement(String value, ServerProfile server) {
        return "SET " + key() + (value.equalsIgnoreCase("default") ? " = DEFAULT" : " = " + quoted(value, server));
    }

    private static String quoted(String value, ServerProfile server) {
        String doubled = value.replace("'", "''");
        if (value.indexOf('\\') < 0) {
            return "'" + doubled + "'";
        }
        return (server.has(ServerTrait.ESCAPE_STRINGS) ? "E'" : "'") + doubled.replace("\\", "\\\\") + "'";
    }
}
