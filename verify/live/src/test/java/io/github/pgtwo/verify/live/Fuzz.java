package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Result;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Selects arguments by chance among literals, comments and operators, and compares what comes back. */
final class Fuzz {
    private static final int COLUMNS = 20;
    private static final List<String> GAPS = List.of(
            " ",
            "\n",
            "\t",
            "\r\n",
            " -- it's {x} /*\n",
            " /* ' {x} /* \" */ $a$ */ ",
            " --\n -- \\'\n",
            "\n\n",
            " /**/ ");
    private static final List<Specimen> DECOYS = List.of(
            Specimen.of(null, "'{x} ''{x}'", "{x} '{x}"),
            Specimen.of(null, "E'{x}\\'{x}\\\\'", "{x}'{x}\\"),
            Specimen.of(null, "e'a'\n'\\'{x}'", "a'{x}"),
            Specimen.of(null, "$${x}'$$", "{x}'"),
            Specimen.of(null, "$q$ $$ '{x} $q$", " $$ '{x} "),
            Specimen.of(null, "(select 1 as \"{x}'\"\"--\")", "1"),
            Specimen.of(null, "B'101'||B'1'", "1011"),
            Specimen.of(null, "X'1F'::text", "00011111"),
            Specimen.of(null, "n'it''s'", "it's"),
            Specimen.of(null, "1.5e0::text||'{x}'", "1.5{x}"),
            Specimen.of(null, "3- -1", "4"),
            Specimen.of(null, "'[1,2]'::json->>1", "2"));

    private final PgConnection connection;
    private final Random random;
    private final Specimens specimens;
    private int tried;

    Fuzz(PgConnection connection, Repertoire repertoire, long seed) {
        this.connection = connection;
        random = new Random(seed);
        specimens = new Specimens(random, repertoire);
    }

    /** Tries so many arguments, or a few more; returns how many. */
    int run(int arguments) {
        while (tried < arguments) {
            one();
        }
        return tried;
    }

    private void one() {
        StringBuilder template = new StringBuilder("select");
        List<Specimen> columns = new ArrayList<>();
        Map<String, Specimen> arguments = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS; i++) {
            Specimen column = random.nextInt(5) == 0 ? pick(DECOYS) : specimens.next();
            columns.add(column);
            String name = "a" + i;
            if (column.hasPlaceholder()) {
                arguments.put(name, column);
            }
            String expression = column.expression().replace(Specimen.PLACEHOLDER, "{" + name + "}");
            template.append(i == 0 ? "" : ",")
                    .append(pick(GAPS))
                    .append(expression)
                    .append(pick(GAPS));
        }
        tried += arguments.size();
        check(columns, text(template.toString(), arguments));
    }

    private String text(String template, Map<String, Specimen> arguments) {
        Sql sql = Sql.of(template);
        for (Map.Entry<String, Specimen> argument : arguments.entrySet()) {
            sql = sql.with(argument.getKey(), argument.getValue().argument());
        }
        return connection.text(sql);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void check(List<Specimen> columns, String text) {
        List<Result> results = connection.script(text);
        assertThat(results).as("statements of %s", text).hasSize(1);
        assertThat(results.get(0).rows()).as("rows of %s", text).hasSize(1);
        Row row = results.get(0).rows().get(0);
        assertThat(row.columns()).as("columns of %s", text).isEqualTo(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Specimen column = columns.get(i);
            if (!column.holds().test(row.text(i))) {
                throw new AssertionError(
                        column.expression() + " is " + row.text(i) + " for <" + column.argument() + "> in " + text);
            }
        }
    }
}
