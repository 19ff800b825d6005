package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.client.profile.StringSyntax;
import io.github.pgtwo.client.sql.Sql;
import io.github.pgtwo.client.sql.SqlArgumentException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On each release, in each mode of strings, and whether or not the client knows the mode: a text with arguments consists
 * of the tokens of its template, and one literal for each argument, with the argument's value.
 */
class LexersTest {
    /** How many templates for each release and mode. */
    private static final int TEMPLATES = Integer.getInteger("pgtwo.templates", 1500);

    private static final int MARK = 7_000_000;
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\\",
            "\\'",
            "\"",
            "$$",
            "$q$",
            "$",
            "--",
            "/*",
            "*/",
            "//",
            "\n",
            "\r",
            "\r\n",
            " ",
            "  ",
            "E'",
            "e'",
            "B'",
            "x'",
            "U&'",
            "N'",
            "'x'",
            "' '",
            "1",
            "1e5",
            ".5",
            "a",
            "select",
            ",",
            "(",
            ")",
            "-",
            "+",
            "*",
            "/",
            ";",
            "::",
            ":",
            "=",
            "{a}",
            "{b}",
            "{c}",
            " {a} ",
            " {b}, ",
            ",{c}",
            " = {a} ",
            "-{b}",
            "({c})",
            "\u00e9",
            "\u2028",
            "\u00a0",
            "$1",
            "'it''s {a}'",
            "-- {a}\n",
            "/* {b} */",
            "\"{c}\"");

    private final Random random = new Random(Long.getLong("pgtwo.seed", 6));

    @ParameterizedTest
    @ValueSource(ints = {604, 605, 700, 701, 702, 703, 704, 800, 801, 802, 803, 804, 900, 901, 906, 1000, 1200, 1300})
    void literalsStayLiterals(int release) {
        int taken = 0;
        for (StringSyntax known : StringSyntax.values()) {
            for (boolean standard : new boolean[] {false, true}) {
                LexerModel model = new LexerModel(release, standard);
                for (int i = 0; i < TEMPLATES; i++) {
                    taken += compare(template(), profile(release, known), model) ? 1 : 0;
                }
            }
        }
        assertThat(taken).isGreaterThan(TEMPLATES / 4);
    }

    /** Before 8.2 the client cannot be wrong about the mode. */
    private static ServerProfile profile(int release, StringSyntax known) {
        ServerProfile usual = ServerProfile.of(new ServerVersion(release, "of a test"));
        return new ServerProfile(
                usual.version(),
                usual.serverEncoding(),
                usual.clientEncoding(),
                usual.dateStyle(),
                release < 802 ? usual.strings() : known,
                usual.timestamps(),
                usual.byteOrder());
    }

    private String template() {
        StringBuilder template = new StringBuilder();
        for (int left = 1 + random.nextInt(14); left > 0; left--) {
            template.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return template.toString();
    }

    /** Whether the client has taken the template, and put an argument in. */
    private boolean compare(String template, ServerProfile profile, LexerModel model) {
        Map<String, Object> marks = new LinkedHashMap<>();
        NAMES.forEach(name -> marks.put(name, MARK + marks.size()));
        String marked = rendered(template, marks, profile);
        if (marked == null || marks.isEmpty()) {
            return false;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        marks.keySet().forEach(name -> values.put(name, HostileTexts.next(random, Repertoire.UTF8)));
        String text = Objects.requireNonNull(rendered(template, values, profile));
        assertThat(model.tokens(text))
                .as("%s with %s is %s", template, values, text)
                .isEqualTo(expected(marked, model.tokens(marked), marks, values));
        return true;
    }

    /** Null if it is refused; arguments that have no place are taken out. */
    private static @Nullable String rendered(String template, Map<String, Object> arguments, ServerProfile profile) {
        while (true) {
            Sql sql = Sql.of(template);
            for (Map.Entry<String, Object> argument : arguments.entrySet()) {
                sql = sql.with(argument.getKey(), argument.getValue());
            }
            try {
                return sql.render(profile);
            } catch (SqlArgumentException e) {
                if (e.argument().isEmpty()) {
                    return null;
                }
                arguments.remove(e.argument().get());
            }
        }
    }

    private static List<LexerToken> expected(
            String text, List<LexerToken> marked, Map<String, Object> marks, Map<String, Object> values) {
        Map<LexerToken, LexerToken> literals = new HashMap<>();
        marks.forEach((name, mark) -> literals.put(
                new LexerToken(LexerRules.Kind.NUMBER, mark.toString()),
                new LexerToken(LexerRules.Kind.STRING, values.get(name).toString())));
        boolean refused = marked.get(marked.size() - 1).kind() == LexerRules.Kind.REFUSED;
        assertThat(marked).as(text).containsAll(refused ? Set.of() : literals.keySet());
        return marked.stream().map(token -> literals.getOrDefault(token, token)).toList();
    }
}
