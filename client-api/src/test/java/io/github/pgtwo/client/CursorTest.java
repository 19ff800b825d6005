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

import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorTest {
    private static Script begun() {
        return Play.login().expectQuery("BEGIN").answer(completed("BEGIN"), ready());
    }

    @Test
    void someRowsAtATime() throws IOException {
        Script script = begun().expectQuery("DECLARE pgtwo_1 CURSOR FOR select a")
                .answer(completed("SELECT"), ready())
                .expectQuery("FETCH 2 IN pgtwo_1")
                .answer(cursor(), columns("a"), row("1"), row("2"), completed("FETCH"), ready())
                .expectQuery("FETCH 2 IN pgtwo_1")
                .answer(cursor(), columns("a"), row("3"), completed("FETCH"), ready())
                .expectQuery("CLOSE pgtwo_1")
                .answer(completed("CLOSE"), ready())
                .expectQuery("COMMIT")
                .answer(completed("COMMIT"), ready());
        try (Play play = Play.on(700, script)) {
            List<String> seen = new ArrayList<>();
            play.connection().inTransaction(connection -> {
                Cursor cursor = connection.cursor("select a", 2);
                try (cursor) {
                    cursor.forEach(row -> seen.add(row.text(0)));
                    assertThat(cursor.fetch()).isEmpty();
                }
                assertThatThrownBy(cursor::fetch).isInstanceOf(PgUsageException.class);
                return null;
            });
            assertThat(seen).containsExactly("1", "2", "3");
        }
    }

    @Test
    void itNeedsATransaction() throws IOException {
        try (Play play = Play.on(1300, Play.login())) {
            assertThatThrownBy(() -> play.connection().cursor("select a", 2))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("a cursor lives in a transaction");
        }
    }

    @Test
    void anUnknownOneIsAnErrorAlsoWhereItIsOnlyRemarked() throws IOException {
        Script script = begun().expectQuery("DECLARE \"My\" CURSOR FOR select a")
                .answer(completed("SELECT"), ready())
                .expectQuery("FETCH 2 IN \"My\"")
                .answer(notice("NOTICE:  PerformPortalFetch: portal \"My\" not found\n"), completed("FETCH"), ready());
        try (Play play = Play.on(702, script)) {
            play.connection().query("BEGIN");
            Cursor cursor = play.connection().cursor("My", "select a", 2);
            assertThatThrownBy(cursor::fetch)
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("portal \"My\" not found");
        }
    }

    @Test
    void moreRowsThanWereAskedForAreNoAnswer() throws IOException {
        Script script = begun().expectQuery("DECLARE pgtwo_1 CURSOR FOR select a")
                .answer(completed("SELECT"), ready())
                .expectQuery("FETCH 1 IN pgtwo_1")
                .answer(cursor(), columns("a"), row("1"), row("2"))
                .expectEnd();
        try (Play play = Play.on(700, script)) {
            play.connection().query("BEGIN");
            Cursor cursor = play.connection().cursor("select a", 1);
            assertThatThrownBy(cursor::fetch)
                    .isInstanceOf(PgProtocolException.class)
                    .hasMessageContaining("more than 1 rows");
        }
    }

    @Test
    void itsEndIsThatOfItsTransaction() throws IOException {
        Script script = begun().expectQuery("DECLARE pgtwo_1 BINARY CURSOR FOR select a")
                .answer(completed("DECLARE CURSOR"), ready())
                .expectQuery("x")
                .answer(error("ERROR:  x\n"), ready())
                .expectQuery("ROLLBACK")
                .answer(completed("ROLLBACK"), ready());
        try (Play play = Play.on(1300, script)) {
            play.connection().query("BEGIN");
            Cursor cursor = play.connection().binaryCursor("select a", 2);
            assertThatThrownBy(() -> play.connection().query("x")).isInstanceOf(PgServerException.class);
            play.connection().query("ROLLBACK");
            assertThatThrownBy(cursor::fetch).isInstanceOf(PgUsageException.class);
            cursor.close();
        }
    }

    @Test
    void namesThatTheServerCannotHave() throws IOException {
        try (Play play = Play.on(700, Play.login())) {
            for (String name : List.of("", "a\0", "a\"b", "x".repeat(32))) {
                assertThatThrownBy(() -> play.connection().cursor(name, "select a", 2))
                        .isInstanceOf(PgUsageException.class);
            }
        }
    }
}
