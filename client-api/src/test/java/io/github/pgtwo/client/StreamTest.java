package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.notice;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.backend.BackendMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamTest {
    private final LoggedInServer server = new LoggedInServer();

    @AfterEach
    void theScriptWasKeptTo() throws IOException {
        server.close();
    }

    private PgConnection connect() {
        return server.connect();
    }

    @Test
    void rowsComeOneAtATime() {
        server.on("select", cursor(), columns("a"), row("1"))
                .and(row("2"), completed("SELECT 2"), ready())
                .on("begin", completed("BEGIN"), ready());
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
        server.on("select", cursor(), columns("a"), row("1"), row("2"))
                .and(row("3"), completed("SELECT 3"), ready())
                .on("begin", completed("BEGIN"), ready());
        PgConnection connection = connect();
        try (RowStream rows = connection.stream("select")) {
            assertThat(rows.iterator().next().text(0)).isEqualTo("1");
        }
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void noticesAreThoseOfTheirOwnText() {
        server.on("one", completed("SET"), ready()).on("two", notice("NOTICE:  two\n"), completed("SET"), ready());
        PgConnection connection = connect();
        Results one = connection.execute("one");
        assertThat(one.next()).isTrue();
        assertThat(one.next()).isFalse();
        Results two = connection.execute("two");
        assertThat(two.next()).isTrue();
        assertThat(two.next()).isFalse();
        assertThat(one.notices()).isEmpty();
        assertThat(two.notices()).hasSize(1);
    }

    /** However often they are asked for in between. */
    @Test
    void noticesAreBounded() {
        FakeServer chatty = FakeServer.loggedIn().answer(columns("a"));
        BackendMessage[] notices =
                Collections.nCopies(700, notice("NOTICE:  x\n")).toArray(BackendMessage[]::new);
        chatty.answer(notices).answer(row("1")).answer(notices).answer(row("2"));
        Results results = chatty.client().build().connect().execute("select");
        assertThat(results.next()).isTrue();
        assertThat(results.nextRow()).isTrue();
        assertThat(results.notices()).hasSize(700);
        assertThat(results.nextRow()).isTrue();
        assertThat(results.notices()).hasSize(1000);
    }

    @Test
    void whatIsLeftCanBeAbandoned() {
        server.on("select", cursor(), columns("a"), row("1"), row("2"))
                .then(script -> script.expectCancel()
                        .answer(row("3"), error("ERROR:  canceling statement due to user request\n"), ready()))
                .on("begin", completed("BEGIN"), ready());
        PgConnection connection = connect();
        try (RowStream rows = connection.stream("select")) {
            Iterator<Row> walk = rows.iterator();
            walk.next();
            rows.abandon();
            assertThatThrownBy(walk::hasNext)
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("abandoned");
        }
        assertThat(server.cancelRequests()).hasSize(1);
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void whatWasClosedHasNotComeToItsEnd() {
        server.on("select", cursor(), columns("a"), row("1"), row("2"), completed("SELECT 2"), ready());
        RowStream rows = connect().stream("select");
        Iterator<Row> walk = rows.iterator();
        walk.next();
        rows.close();
        assertThatThrownBy(walk::hasNext).isInstanceOf(PgUsageException.class).hasMessageContaining("closed");
    }

    @Test
    void anOpenStreamIsNamedToWhoeverAsksNext() {
        server.on("select", cursor(), columns("a"), row("1"), completed("SELECT"), ready());
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
        server.on("begin", completed("BEGIN"), ready());
        try (RowStream rows = connect().stream("begin")) {
            assertThat(rows).isEmpty();
            assertThat(rows.tag()).isEqualTo("BEGIN");
        }
    }

    @Test
    void anErrorAfterRowsEndsTheWalk() {
        server.on("select", cursor(), columns("a"), row("1"), error("ERROR:  late\n"), ready())
                .on("begin", completed("BEGIN"), ready());
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
        server.on("select", cursor(), columns("a"), row("1"), completed("SELECT"), error("ERROR:  commit\n"), ready());
        try (RowStream rows = connect().stream("select")) {
            assertThatThrownBy(() -> rows.forEach(row -> {})).hasMessage("ERROR:  commit");
        }
    }

    @Test
    void moreThanOneResultWithRowsIsAUsageError() {
        server.on(
                        "select; select",
                        cursor(),
                        columns("a"),
                        completed("SELECT"),
                        cursor(),
                        columns("b"),
                        row("x"),
                        completed("SELECT"),
                        ready())
                .on("begin", completed("BEGIN"), ready());
        PgConnection connection = connect();
        try (RowStream rows = connection.stream("select; select")) {
            assertThatThrownBy(() -> rows.forEach(row -> {})).isInstanceOf(PgUsageException.class);
        }
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void resultsAndRowsInSteps() {
        server.on(
                "begin; select; commit",
                completed("BEGIN"),
                cursor(),
                columns("a"),
                row("1"),
                row("2"),
                completed("SELECT 2"),
                completed("COMMIT"),
                ready());
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
        server.on(
                "select; insert",
                cursor(),
                columns("a"),
                row("1"),
                completed("SELECT"),
                error("ERROR:  second\n"),
                ready());
        Results results = connect().execute("select; insert");
        assertThat(results.next()).isTrue();
        assertThatThrownBy(results::close).hasMessage("ERROR:  second");
    }
}
