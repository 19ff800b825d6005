package io.github.pgtwo.client.sql;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import java.nio.charset.StandardCharsets;

/** Names in SQL (protocol 2.0, section 13.3). */
public final class Identifier {
    private Identifier() {}

    /**
     * The name in quotes, so that it means exactly itself.
     *
     * @throws IllegalArgumentException if the server cannot have such a name, or would cut it off
     */
    public static String quoted(String name, ServerProfile profile) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name must not be empty, and has no NUL");
        }
        if (name.indexOf('"') >= 0 && !profile.has(ServerTrait.QUOTES_IN_IDENTIFIERS)) {
            throw new IllegalArgumentException("servers before 7.1 cannot have a quote in a name: " + name);
        }
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length > profile.identifierBytes()) {
            throw new IllegalArgumentException(
                    "a name of " + length + " bytes would be cut off behind " + profile.identifierBytes());
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
