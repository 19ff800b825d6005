package io.github.pgtwo.client.sql;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.profile.ServerProfile;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text with placeholders, and arguments for them: {@code Sql.of("select * from t where a = {1} and b = {2}", 5, "x")},
 * or {@code Sql.of("... b = {name}").with("name", "x")}. Protocol 2.0 has no parameters, so arguments become literals of
 * the text, written so that the server's value is the argument whatever it is (protocol 2.0, section 13). Immutable.
 *
 * <p>A placeholder is a name of letters, digits and underscores in braces, because no server has a brace in its SQL:
 * {@code ?} is part of operators, {@code :name} of casts and slices, and {@code $1} of PREPARE. So nothing has to be
 * escaped. In literals, names in quotes and comments a brace is a brace. A placeholder may be used several times.
 *
 * <p>What an argument becomes:
 *
 * <table>
 * <caption>by its class</caption>
 * <tr><td>{@code null}</td><td>NULL</td></tr>
 * <tr><td>String, Character</td><td>a literal without a type, as a literal written by hand</td></tr>
 * <tr><td>Boolean, Short, Integer, Long, Float, Double</td><td>bool, int2, int4, int8, float4, float8</td></tr>
 * <tr><td>BigInteger, BigDecimal</td><td>numeric</td></tr>
 * <tr><td>{@code byte[]}, {@link io.github.pgtwo.codec.Bytes}</td><td>bytea</td></tr>
 * <tr><td>LocalDate, LocalTime</td><td>date, time</td></tr>
 * <tr><td>LocalDateTime</td><td>timestamp without time zone; up to 7.1, which have none, in the session's zone</td></tr>
 * <tr><td>OffsetDateTime, Instant</td><td>timestamp with time zone</td></tr>
 * <tr><td>UUID</td><td>uuid, before 8.3 a literal without a type</td></tr>
 * <tr><td>arrays and collections</td><td>an array of what the elements become</td></tr>
 * <tr><td>{@link Identifier}</td><td>a name in quotes</td></tr>
 * <tr><td>{@link ValueList}</td><td>values in parentheses, for IN</td></tr>
 * </table>
 *
 * <p>Values are never shown by {@link #toString} or in errors.
 */
public final class Sql {
    private final String template;
    private final Map<String, @Nullable Object> arguments;

    private Sql(String template, Map<String, @Nullable Object> arguments) {
        this.template = template;
        this.arguments = arguments;
    }

    /**
     * A text with arguments for the placeholders {1}, {2} and so on, if there are any.
     *
     * @param template never made of what comes from outside: that belongs into arguments
     */
    public static Sql of(String template, @Nullable Object... arguments) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            all.put(Integer.toString(i + 1), Argument.copy(arguments[i]));
        }
        return new Sql(template, Collections.unmodifiableMap(all));
    }

    /**
     * The same with one more argument, or another one for that placeholder.
     *
     * @param argument of the classes above; arrays and collections are copied
     */
    public Sql with(String name, @Nullable Object argument) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(arguments);
        all.put(name, Argument.copy(argument));
        return new Sql(template, Collections.unmodifiableMap(all));
    }

    /** The text for a server; throws as {@link #render(ServerProfile, TextEncoding)} does. */
    public String render(ServerProfile profile) {
        return render(profile, encoding(profile));
    }

    private static TextEncoding encoding(ServerProfile profile) {
        try {
            return TextEncoding.of(profile);
        } catch (IllegalArgumentException e) {
            throw new SqlArgumentException("", String.valueOf(e.getMessage()));
        }
    }

    /**
     * The text for a server.
     *
     * @param encoding of the session
     * @throws SqlArgumentException if a placeholder has no argument or an argument no placeholder; if the server, or its
     *     settings, may read the template in more than one way; if an argument cannot be said: one of another class, a
     *     NUL, what the encoding, the type or the release lacks; if the text is longer than what the server reads
     */
    public String render(ServerProfile profile, TextEncoding encoding) {
        StringBuilder text = new StringBuilder(template.length() + 32 * arguments.size());
        Set<String> used = new HashSet<>();
        Literals literals = new Literals(text, profile, encoding);
        for (Template.Piece piece : Template.cut(template, profile)) {
            text.append(piece.text());
            if (!piece.name().isEmpty()) {
                used.add(piece.name());
                put(piece.name(), literals);
            }
        }
        checkAllUsed(used);
        checkLength(text.toString(), profile, encoding);
        return text.toString();
    }

    private void put(String name, Literals literals) {
        if (!arguments.containsKey(name)) {
            throw new SqlArgumentException(name, "is missing");
        }
        try {
            literals.put(arguments.get(name));
        } catch (SqlArgumentException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new SqlArgumentException(name, e);
        }
    }

    private void checkAllUsed(Set<String> used) {
        for (String name : arguments.keySet()) {
            if (!used.contains(name)) {
                throw new SqlArgumentException(name, "has no placeholder outside of literals and comments");
            }
        }
    }

    private static void checkLength(String text, ServerProfile profile, TextEncoding encoding) {
        if (profile.queryBytes() < Integer.MAX_VALUE) {
            int bytes = encoding.encode(text).length();
            if (bytes > profile.queryBytes()) {
                throw new SqlArgumentException(
                        "",
                        "the text has " + bytes + " bytes, and the server cuts off without a word what is beyond "
                                + profile.queryBytes());
            }
        }
    }

    /** The template without the arguments. */
    @Override
    public String toString() {
        return template;
    }
}
