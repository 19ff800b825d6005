package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Results;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.profile.TransactionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fails, how it is told, and that the connection goes on. */
class ErrorTest extends EveryServer {
    private static final String DUPLICATE = "duplicate key value violates unique constraint";

    private static ServerMessage failureOf(PgConnection connection, String sql) {
        PgServerException thrown = catchThrowableOfType(PgServerException.class, () -> connection.query(sql));
        assertThat(thrown).as(sql).isNotNull();
        assertThat(thrown.fatal()).isFalse();
        assertAnswers(connection);
        return thrown.serverMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 1/0 | division by zero | 0",
                "selec 1 | syntax error at or near \"selec\" at character 1 | 1",
                "select 'Füße, 表', frm x y | syntax error at or near \"y\" at character 25 | 25",
                "select * from no_such | relation \"no_such\" does not exist at character 15 | 15",
                "select nope | column \"nope\" does not exist at character 8 | 8",
                "select 'x'::int | invalid input syntax for | 8",
                "drop table pg_class | permission denied: | 0"
            })
    void fields(String sql, String message, int position) {
        try (PgConnection connection = connect()) {
            ServerMessage failure = failureOf(connection, sql);
            assertThat(failure.severity()).isEqualTo("ERROR");
            assertThat(failure.message()).startsWith(message);
            assertThat(failure.detail()).isEmpty();
            assertThat(failure.position().orElse(0)).isEqualTo(position);
            assertThat(failure.raw()).isEqualTo("ERROR:  " + failure.message());
        }
    }

    @Test
    void severalLinesAndForeignLetters() {
        try (PgConnection connection = connect()) {
            ServerMessage failure =
                    failureOf(connection, "do $$ begin raise exception E'Füße: 50%%\\nzweite\\ndritte'; end $$");
            assertThat(failure.message()).isEqualTo("Füße: 50%");
            assertThat(failure.detail()).isEqualTo("zweite\ndritte");
        }
    }

    @Test
    void manyErrorsInARow() {
        try (PgConnection connection = connect()) {
            connection.query("create temp table t (a int primary key)");
            connection.query("insert into t values (1)");
            for (int i = 0; i < 100; i++) {
                assertThat(failureOf(connection, "insert into t values (1)").message())
                        .startsWith(DUPLICATE);
            }
            assertThat(value(connection, "select count(*) from t")).isEqualTo("1");
        }
    }

    private static void createDeferred(PgConnection connection) {
        connection.query("create temp table d (a int unique deferrable initially deferred)");
    }

    private static void assertNothingInserted(PgConnection connection) {
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IDLE);
        assertThat(value(connection, "select count(*) from d")).isEqualTo("0");
    }

    @Test
    void aDeferredConstraintFailsATextOfItsOwn() {
        try (PgConnection connection = connect()) {
            createDeferred(connection);
            assertThat(failureOf(connection, "insert into d values (1), (1)").message())
                    .startsWith(DUPLICATE);
            assertNothingInserted(connection);
        }
    }

    @Test
    void aTagAheadOfItIsNoProof() {
        try (PgConnection connection = connect()) {
            createDeferred(connection);
            try (Results results = connection.execute("insert into d values (1), (1); select 7")) {
                assertThat(results.next()).isTrue();
                assertThat(results.tag()).isEqualTo("INSERT 0 2");
                assertThat(results.next()).isTrue();
                assertThatThrownBy(() -> {
                            while (results.nextRow() || results.next()) {
                                assertThat(results.row().text(0)).isEqualTo("7");
                            }
                        })
                        .isInstanceOf(PgServerException.class)
                        .hasMessageContaining(DUPLICATE);
            }
            assertNothingInserted(connection);
        }
    }

    @Test
    void aDeferredConstraintFailsACommit() {
        try (PgConnection connection = connect()) {
            createDeferred(connection);
            connection.query("begin");
            connection.query("insert into d values (1), (1)");
            assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IN_TRANSACTION);
            assertThatThrownBy(() -> connection.query("commit"))
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining(DUPLICATE);
            assertNothingInserted(connection);
        }
    }

    @Test
    void aDeferredConstraintFailsATransactionOfTheClient() {
        try (PgConnection connection = connect()) {
            createDeferred(connection);
            assertThatThrownBy(() -> connection.inTransaction(on -> on.query("insert into d values (1), (1)")))
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining(DUPLICATE);
            assertNothingInserted(connection);
        }
    }

    @Test
    void aDeferredConstraintAskedForEarlierFailsTheBlock() {
        try (PgConnection connection = connect()) {
            createDeferred(connection);
            connection.query("begin");
            connection.query("insert into d values (1), (1)");
            assertThatThrownBy(() -> connection.query("set constraints all immediate"))
                    .hasMessageContaining(DUPLICATE);
            assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
            connection.query("rollback");
            assertNothingInserted(connection);
        }
    }
}
