package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Result;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.event.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest extends EveryServer {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 16, 17})
    void nullsAtEveryPosition(int columns) {
        try (PgConnection connection = connect()) {
            for (int nullAt = 0; nullAt < columns; nullAt++) {
                int at = nullAt;
                String list = IntStream.range(0, columns)
                        .mapToObj(i -> i == at ? "null" : "'v" + i + "'")
                        .collect(Collectors.joining(", "));
                Row row = connection.query("select " + list).rows().get(0);
                for (int i = 0; i < columns; i++) {
                    assertThat(row.text(i)).isEqualTo(i == at ? null : "v" + i);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 9, 1600})
    void columnCounts(int columns) {
        String list = IntStream.range(0, columns).mapToObj(i -> i + " as c" + i).collect(Collectors.joining(", "));
        try (PgConnection connection = connect()) {
            Result result = connection.query("select " + list);
            assertThat(result.hasRows()).isTrue();
            assertThat(result.columns()).hasSize(columns);
            assertThat(result.rows()).hasSize(1);
            Row row = result.rows().get(0);
            assertThat(row.columns()).isEqualTo(columns);
            for (int i = 0; i < columns; i++) {
                assertThat(row.text("c" + i)).isEqualTo("" + i);
            }
        }
    }

    @Test
    void anEmptyStringIsNotNull() {
        try (PgConnection connection = connect()) {
            Row row = connection.query("select '', null, ''").rows().get(0);
            assertThat(row.text(0)).isEmpty();
            assertThat(row.isNull(0)).isFalse();
            assertThat(row.text(1)).isNull();
            assertThat(row.text(2)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", ";", "-- nothing", "/* nothing */"})
    void emptyQueries(String text) {
        try (PgConnection connection = connect()) {
            assertThat(connection.query(text).hasRows()).isFalse();
            assertThat(connection.query(text).tag()).isEmpty();
            assertAnswers(connection);
        }
    }

    @Test
    void severalStatements() {
        try (PgConnection connection = connect()) {
            List<Result> results = connection.script("create temp table t (a int); insert into t values (1), (2);"
                    + " select a from t order by a; select a from t where false; drop table t");
            assertThat(results)
                    .extracting(
                            Result::tag,
                            Result::hasRows,
                            result -> result.rows().size())
                    .containsExactly(
                            tuple("CREATE TABLE", false, 0),
                            tuple("INSERT 0 2", false, 0),
                            tuple("SELECT 2", true, 2),
                            tuple("SELECT 0", true, 0),
                            tuple("DROP TABLE", false, 0));
        }
    }

    @Test
    void anErrorInTheMiddleUndoesTheTextAndTheConnectionGoesOn() {
        try (PgConnection connection = connect()) {
            connection.query("create temp table kept (a int)");
            assertThatThrownBy(() -> connection.script("insert into kept values (1); select 1/0; select 2"))
                    .isInstanceOfSatisfying(PgServerException.class, thrown -> {
                        assertThat(thrown.fatal()).isFalse();
                        assertThat(thrown.serverMessage().severity()).isEqualTo("ERROR");
                        assertThat(thrown.serverMessage().message()).isEqualTo("division by zero");
                    });
            assertThat(connection
                            .query("select count(*) from kept")
                            .rows()
                            .get(0)
                            .text(0))
                    .isEqualTo("0");
        }
    }

    @Test
    void anErrorAfterRowsReachesTheReader() {
        try (PgConnection connection = connect()) {
            List<String> seen = new ArrayList<>();
            try (RowStream rows = connection.stream("select 10 / (5 - n) from generate_series(1, 9) n")) {
                assertThatThrownBy(() -> rows.forEach(row -> seen.add(row.text(0))))
                        .isInstanceOf(PgServerException.class);
            }
            assertThat(seen).containsExactly("2", "3", "5", "10");
            assertAnswers(connection);
        }
    }

    @Test
    void aSyntaxErrorTellsItsPosition() {
        try (PgConnection connection = connect()) {
            assertThatThrownBy(() -> connection.query("select 1 frm x y"))
                    .isInstanceOfSatisfying(
                            PgServerException.class,
                            thrown -> assertThat(thrown.serverMessage().position())
                                    .hasValue(14));
        }
    }

    @Test
    void noticesAndNotificationsReachTheListener() {
        List<String> heard = new ArrayList<>();
        var listener = new ConnectionListener() {
            @Override
            public void notice(ServerMessage notice) {
                heard.add(notice.severity() + " " + notice.message());
            }

            @Override
            public void notification(Notification notification) {
                heard.add(notification.condition());
            }
        };
        try (PgConnection connection =
                clientOf(server()).listener(listener).build().connect()) {
            connection.query("drop table if exists no_such_table");
            connection.query("listen \"Bell\"");
            connection.query("notify \"Bell\"");
            assertAnswers(connection);
        }
        assertThat(heard).containsExactly("NOTICE table \"no_such_table\" does not exist, skipping", "Bell");
    }

    @Test
    void textOutsideOfAsciiAndLargeValues() {
        try (PgConnection connection = connect()) {
            String text = "Füße, 表, \uD83D\uDC18";
            assertThat(connection.query("select '" + text + "'").rows().get(0).text(0))
                    .isEqualTo(text);
            Row large = connection.query("select repeat('x', 20000000)").rows().get(0);
            assertThat(large.text(0)).hasSize(20_000_000).matches("x+");
        }
    }
}
