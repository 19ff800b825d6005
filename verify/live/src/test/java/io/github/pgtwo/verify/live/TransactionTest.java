package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgRolledBackException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.TransactionStatus;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work in transactions of the client, and in parts of them. */
class TransactionTest extends EveryServer {
    private PgConnection connection;

    @BeforeEach
    void createTheTable() {
        connection = connect();
        connection.query("create temp table t (a int)");
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private static void add(PgConnection on, int number) {
        on.query("insert into t values (" + number + ")");
    }

    private static void fail(PgConnection on) {
        assertThatThrownBy(() -> on.query("select 1/0")).isInstanceOf(PgServerException.class);
    }

    private void assertKept(String numbers) {
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IDLE);
        assertThat(value(connection, "select coalesce(string_agg(a::text, ' ' order by a), '') from t"))
                .isEqualTo(numbers);
    }

    @Test
    void workIsCommitted() {
        String returned = connection.inTransaction(on -> {
            add(on, 1);
            assertThat(on.transactionStatus()).isEqualTo(TransactionStatus.IN_TRANSACTION);
            return "done";
        });
        assertThat(returned).isEqualTo("done");
        assertKept("1");
    }

    @Test
    void workThatThrowsIsUndone() {
        assertThatThrownBy(() -> connection.inTransaction(on -> {
                    add(on, 1);
                    throw new IOException("no more");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no more");
        assertKept("");
    }

    @Test
    void aFailedStatementUndoesTheWork() {
        assertThatThrownBy(() -> connection.inTransaction(on -> {
                    add(on, 1);
                    return on.query("select 1/0");
                }))
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("division by zero");
        assertKept("");
    }

    @Test
    void aSwallowedErrorIsNotTakenForACommit() {
        assertThatThrownBy(() -> connection.inTransaction(on -> {
                    add(on, 1);
                    fail(on);
                    return "done";
                }))
                .isInstanceOf(PgRolledBackException.class);
        assertKept("");
    }

    @Test
    void aCommitByHandIsNotEither() {
        connection.query("begin");
        add(connection, 1);
        fail(connection);
        assertThatThrownBy(() -> connection.query("commit")).isInstanceOf(PgRolledBackException.class);
        assertKept("");
    }

    @Test
    void oneTextWithACommitOfWhatFailedBefore() {
        connection.query("begin");
        fail(connection);
        assertThatThrownBy(() -> connection.script("commit; insert into t values (2)"))
                .isInstanceOf(PgRolledBackException.class);
        assertKept("2");
    }

    @Test
    void transactionsDoNotNest() {
        assertThatThrownBy(() -> connection.inTransaction(on -> on.inTransaction(again -> "never")))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("inSavepoint");
        assertKept("");
    }

    @Test
    void workThatEndsItsTransaction() {
        assertThatThrownBy(() -> connection.inTransaction(on -> {
                    add(on, 1);
                    return on.query("commit");
                }))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("ended its transaction itself");
        assertKept("1");
    }

    @Test
    void partsAreUndoneForThemselves() {
        connection.inTransaction(on -> {
            add(on, 1);
            on.inSavepoint(part -> {
                add(part, 2);
                return null;
            });
            assertThatThrownBy(() -> on.inSavepoint(part -> {
                        add(part, 3);
                        return part.query("select 1/0");
                    }))
                    .isInstanceOf(PgServerException.class);
            assertThat(on.transactionStatus()).isEqualTo(TransactionStatus.IN_TRANSACTION);
            assertThatThrownBy(() -> on.inSavepoint(part -> {
                        add(part, 4);
                        throw new IOException("no more");
                    }))
                    .isInstanceOf(IOException.class);
            add(on, 5);
            return null;
        });
        assertKept("1 2 5");
    }

    @Test
    void aSwallowedErrorUndoesItsPartOnly() {
        connection.inTransaction(on -> {
            add(on, 1);
            assertThatThrownBy(() -> on.inSavepoint(part -> {
                        add(part, 2);
                        fail(part);
                        return "done";
                    }))
                    .isInstanceOf(PgRolledBackException.class);
            return null;
        });
        assertKept("1");
    }

    @Test
    void partsInParts() {
        connection.inTransaction(on -> on.inSavepoint(outer -> {
            add(outer, 1);
            assertThatThrownBy(() -> outer.inSavepoint(inner -> {
                        add(inner, 2);
                        return inner.query("select 1/0");
                    }))
                    .isInstanceOf(PgServerException.class);
            add(outer, 3);
            return null;
        }));
        assertKept("1 3");
    }

    @Test
    void noPartsWithoutATransaction() {
        assertThatThrownBy(() -> connection.inSavepoint(part -> "never")).isInstanceOf(PgUsageException.class);
        assertKept("");
    }

    @Test
    void aConnectionThatBreaksInTheMiddle() {
        String pid = value(connection, "select pg_backend_pid()");
        try (PgConnection administrator = connect()) {
            assertThatThrownBy(() -> connection.inTransaction(on -> {
                        add(on, 1);
                        administrator.query("select pg_terminate_backend(" + pid + ")");
                        return on.query("select pg_sleep(60)");
                    }))
                    .hasMessageContaining("terminating connection");
            assertThat(connection.isOpen()).isFalse();
        }
    }
}
