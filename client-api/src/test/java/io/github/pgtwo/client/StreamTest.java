package io.github.pgtwo.client;

import static io.github.pgtwo.client.Answers.P;
import static io.github.pgtwo.client.Answers.Z;
import static io.github.pgtwo.client.Answers.c;
import static io.github.pgtwo.client.Answers.d;
import static io.github.pgtwo.client.Answers.e;
import static io.github.pgtwo.client.Answers.t;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamTest {
    private final FakeServer server = Answers.loggedIn();

    private PgConnection connect() {
        return server.client().build().connect();
    }

    @Test
    void rowsComeOneAtATime() {
        server.answer(P, t("a"), d("1")).answer(d("2"), c("SELECT 2"), Z).answer(c("BEGIN"), Z);
        PgConnection connection = connect();
        List<String> seen = new ArrayList<>();
        try (RowStream rows = connection.stream("select")) {
            assertThat(rows.columns()).hasSize(1);
            rows.forEach(row -> seen.add(row.text(0)));
            assertThat(rows.tag()).isEqualTo("SELECT 2");
        }
        assertThat(seen).containsExactly("1", "2");
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void closingEarlyFreesTheConnection() {
        server.answer(P, t("a"), d("1"), d("2"))
                .answer(d("3"), c("SELECT 3"), Z)
                .answer(c("BEGIN"), Z);
        PgConnection connection = connect();
        try (RowStream rows = connection.stream("select")) {
            assertThat(rows.iterator().next().text(0)).isEqualTo("1");
        }
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void anOpenStreamIsNamedToWhoeverAsksNext() {
        server.answer(P, t("a"), d("1"), c("SELECT"), Z);
        PgConnection connection = connect();
        try (RowStream rows = connection.stream("select")) {
            assertThatThrownBy(() -> connection.query("select"))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("a RowStream is still open");
            assertThat(rows.iterator().next().text(0)).isEqualTo("1");
        }
    }

    @Test
    void aStatementWithoutRowsStreamsNothing() {
        server.answer(c("BEGIN"), Z);
        try (RowStream rows = connect().stream("begin")) {
            assertThat(rows).isEmpty();
            assertThat(rows.tag()).isEqualTo("BEGIN");
        }
    }

    @Test
    void anErrorAfterRowsEndsTheWalk() {
        server.answer(P, t("a"), d("1"), e("ERROR:  late\n"), Z).answer(c("BEGIN"), Z);
        PgConnection connection = connect();
        try (RowStream rows = connection.stream("select")) {
            Iterator<Row> walk = rows.iterator();
            assertThat(walk.next().text(0)).isEqualTo("1");
            assertThatThrownBy(walk::hasNext).isInstanceOf(PgServerException.class);
        }
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void anErrorOfTheCommitEndsTheWalk() {
        server.answer(P, t("a"), d("1"), c("SELECT"), e("ERROR:  commit\n"), Z);
        try (RowStream rows = connect().stream("select")) {
            assertThatThrownBy(() -> rows.forEach(row -> {})).hasMessage("ERROR:  commit");
        }
    }

    @Test
    void moreThanOneResultWithRowsIsAUsageError() {
        server.answer(P, t("a"), c("SELECT"), P, t("b"), d("x"), c("SELECT"), Z).answer(c("BEGIN"), Z);
        PgConnection connection = connect();
        try (RowStream rows = connection.stream("select; select")) {
            assertThatThrownBy(() -> rows.forEach(row -> {})).isInstanceOf(PgUsageException.class);
        }
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void resultsAndRowsInSteps() {
        server.answer(c("BEGIN"), P, t("a"), d("1"), d("2"), c("SELECT 2"), c("COMMIT"), Z);
        try (Results results = connect().execute("begin; select; commit")) {
            assertThat(results.next()).isTrue();
            assertThat(results.hasRows()).isFalse();
            assertThat(results.nextRow()).isFalse();
            assertThat(results.tag()).isEqualTo("BEGIN");
            assertThat(results.next()).isTrue();
            assertThat(results.nextRow()).isTrue();
            assertThat(results.row().text(0)).isEqualTo("1");
            assertThat(results.next()).as("passes over the second row").isTrue();
            assertThat(results.tag()).isEqualTo("COMMIT");
            assertThat(results.next()).isFalse();
            assertThatThrownBy(results::row).isInstanceOf(PgUsageException.class);
        }
    }

    @Test
    void anErrorFoundWhileClosingIsThrown() {
        server.answer(P, t("a"), d("1"), c("SELECT"), e("ERROR:  second\n"), Z);
        Results results = connect().execute("select; insert");
        assertThat(results.next()).isTrue();
        assertThatThrownBy(results::close).hasMessage("ERROR:  second");
    }
}
