package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.RowView;
import io.github.pgtwo.codec.backend.RowVisitor;
import io.github.pgtwo.testkit.backend.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that are looked at as they pass. */
class RepeatedQueryTest {
    private static final BackendMessage CANCELLED = error("ERROR:  canceling statement due to user request\n");

    private final LoggedInServer server = new LoggedInServer();
    private final List<String> seen = new ArrayList<>();
    private final RowVisitor visitor = row -> seen.add(row.text(0, StandardCharsets.UTF_8));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterEach
    void theScriptWasKeptTo() throws IOException {
        server.close();
    }

    @Test
    void eachRunShowsItsRows() {
        server.on("select", cursor(), columns("a"), row("1"), row("2"), completed("SELECT 2"), ready())
                .on("select", cursor(), columns("a"), completed("SELECT 0"), ready())
                .on("select", cursor(), columns("a"), row("3"), completed("SELECT 1"))
                .and(cursor(), columns("b"), row("4"), completed("SELECT 1"), ready());
        RepeatedQuery query = server.connect().repeated("select");
        assertThat(query.run(visitor)).isEqualTo(2);
        assertThat(query.run(visitor)).isZero();
        assertThat(query.run(visitor)).isEqualTo(2);
        assertThat(seen).containsExactly("1", "2", "3", "4");
    }

    @Test
    void anErrorBehindRowsIsAnError() {
        server.on("select", cursor(), columns("a"), row("1"))
                .and(error("ERROR:  division by zero"), ready())
                .on("begin", completed("BEGIN"), ready());
        PgConnection connection = server.connect();
        RepeatedQuery query = connection.repeated("select");
        assertThatThrownBy(() -> query.run(visitor)).isInstanceOf(PgServerException.class);
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    /** Throws at the second row. */
    private void two(RowView row) {
        visitor.row(row);
        if (seen.size() == 2) {
            throw new IllegalStateException("enough");
        }
    }

    private void assertEnough(PgConnection connection, int cancelRequests) {
        RepeatedQuery query = connection.repeated("select");
        assertThatThrownBy(() -> query.run(this::two)).hasMessage("enough");
        assertThat(seen).containsExactly("1", "2");
        assertThat(server.cancelRequests()).hasSize(cancelRequests);
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @Test
    void whatAVisitorThrowsComesBehindAnAnswerThatHasArrived() {
        server.on("select", cursor(), columns("a"), row("1"), row("2"), row("3"), completed("SELECT 3"), ready())
                .on("begin", completed("BEGIN"), ready());
        assertEnough(server.connect(), 0);
    }

    @Test
    void whatHasNotArrivedWhenAVisitorThrowsIsCancelled() {
        server.on("select", cursor(), columns("a"), row("1"), row("2"), row("3"))
                .then(Script::expectCancel)
                .and(row("4"), CANCELLED, ready())
                .on("begin", completed("BEGIN"), ready());
        assertEnough(server.connect(), 1);
    }

    @Test
    void whatAVisitorThrowsComesBeforeWhatTheServerSaysBehindIt() {
        server.on("select", cursor(), columns("a"), row("1"), row("2"), error("ERROR:  division by zero"), ready())
                .on("begin", completed("BEGIN"), ready());
        assertEnough(server.connect(), 0);
    }

    @Test
    void aRunBehindOneThatWasGivenUpIsWhole() {
        server.on("select", cursor(), columns("a"), row("1"), row("2"))
                .then(Script::expectCancel)
                .and(CANCELLED, ready())
                .on("select", cursor(), columns("a"), row("3"), completed("SELECT 1"), ready());
        RepeatedQuery query = server.connect().repeated("select");
        assertThatThrownBy(() -> query.run(this::two)).hasMessage("enough");
        assertThat(query.run(visitor)).isOne();
        assertThat(seen).containsExactly("1", "2", "3");
    }

    @Test
    void aVisitorCannotUseTheConnection() {
        server.on("select", cursor(), columns("a"), row("1"), completed("SELECT 1"), ready());
        PgConnection connection = server.connect();
        RepeatedQuery query = connection.repeated("select");
        assertThatThrownBy(() -> query.run(row -> connection.query("other")))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("a RepeatedQuery is still open");
    }

    @Test
    void aValueIsPassedOnAsItComes() throws IOException {
        server.on("select", cursor(), columns("a", "b"), row("one", "two"), completed("SELECT 1"), ready());
        assertThat(server.connect().transferValue("select", out)).isEqualTo(3);
        assertThat(out).hasToString("one");
    }

    @Test
    void noValueOrSeveralAreNotWhatWasAskedFor() {
        server.on("none", cursor(), columns("a"), completed("SELECT 0"), ready())
                .on("two", cursor(), columns("a"), row("1"), row("2"), completed("SELECT 2"), ready())
                .on("null", cursor(), columns("a"), row((String) null), completed("SELECT 1"), ready());
        PgConnection connection = server.connect();
        assertRefused(connection, "none", "has 0 rows");
        assertRefused(connection, "two", "has 2 rows");
        assertRefused(connection, "null", "is NULL");
    }

    private void assertRefused(PgConnection connection, String sql, String why) {
        assertThatThrownBy(() -> connection.transferValue(sql, out))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining(why);
    }

    /** Takes nothing. */
    private static OutputStream throwing(Exception failure) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (failure instanceof IOException checked) {
                    throw checked;
                }
                throw (RuntimeException) failure;
            }
        };
    }

    static Stream<Exception> failures() {
        return Stream.of(new IOException("full"), new IllegalStateException("closed"));
    }

    private static void assertThrows(PgConnection connection, Exception failure) {
        assertThatThrownBy(() -> connection.transferValue("select", throwing(failure)))
                .isSameAs(failure);
        assertThat(connection.query("begin").tag()).isEqualTo("BEGIN");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatTheStreamThrowsComesBehindAnAnswerThatHasArrived(Exception failure) {
        server.on("select", cursor(), columns("a"), row("one"), completed("SELECT 1"), ready())
                .on("begin", completed("BEGIN"), ready());
        assertThrows(server.connect(), failure);
        assertThat(server.cancelRequests()).isEmpty();
    }

    /** In the middle of the value, the rest of which comes all the same. */
    @ParameterizedTest
    @MethodSource("failures")
    void whatHasNotArrivedWhenTheStreamThrowsIsCancelled(Exception failure) {
        Bytes row = row("a long value").encode();
        server.on("select", cursor(), columns("a"))
                .then(script -> script.send(row.slice(0, 10)).expectCancel().send(row.slice(10, row.length())))
                .and(CANCELLED, ready())
                .on("begin", completed("BEGIN"), ready());
        assertThrows(server.connect(), failure);
        assertThat(server.cancelRequests()).hasSize(1);
    }
}
