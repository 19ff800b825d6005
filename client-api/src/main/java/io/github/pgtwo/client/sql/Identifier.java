package io.github.pgtwo.client.sql;

import io.github.pgtwo.client.encoding.ServerEncoding;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A name in SQL, to be put into a text in quotes, so that it means exactly itself; letters keep their case (protocol 2.0,
 * section 13.3). Immutable.
 */
public final class Identifier {
    private final List<String> parts;

    private Identifier(List<String> parts) {
        this.parts = parts;
    }

    /** A name, or one in front of which others stand, such as a schema's, which servers know from 7.3 on. */
    public static Identifier of(String first, String... more) {
        List<String> parts = new ArrayList<>(List.of(first));
        parts.addAll(List.of(more));
        return new Identifier(List.copyOf(parts));
    }

    /**
     * The parts in quotes, with dots between them.
     *
     * @throws IllegalArgumentException if the server cannot have such a name, or would cut it off
     */
    public String quoted(ServerProfile profile) {
        if (parts.size() > 1 && !profile.has(ServerTrait.SCHEMAS)) {
            throw new IllegalArgumentException("servers before 7.3 have no schemas to put in front of a name");
        }
        return parts.stream().map(part -> quoted(part, profile)).collect(Collectors.joining("."));
    }

    /** The same for one name. */
    public static String quoted(String name, ServerProfile profile) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name must not be empty, and has no NUL");
        }
        if (name.indexOf('"') >= 0 && !profile.has(ServerTrait.QUOTES_IN_IDENTIFIERS)) {
            throw new IllegalArgumentException("servers before 7.1 cannot have a quote in a name: " + name);
        }
        int length = length(name, profile);
        if (length > profile.identifierBytes()) {
            throw new IllegalArgumentException(
                    "a name of " + length + " bytes would be cut off behind " + profile.identifierBytes());
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Names are cut off in the server's encoding, in which they may be longer than here. */
    private static int length(String name, ServerProfile profile) {
        int utf8 = name.getBytes(StandardCharsets.UTF_8).length;
        return ServerEncoding.charset(profile.serverEncoding())
                .filter(Charset::canEncode)
                .map(charset -> Math.max(utf8, name.getBytes(charset).length))
                .orElse(utf8);
    }

    /** The name without quotes, for people. */
    @Override
    public String toString() {
        return String.join(".", parts);
    }
}
