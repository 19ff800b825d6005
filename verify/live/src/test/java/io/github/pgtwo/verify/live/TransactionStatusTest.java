package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The state of the transaction block, which the server does not tell, held against what it does. */
class TransactionStatusTest extends EveryServer {
    /** Texts, each followed by the state that it leads to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 | IDLE",
                "select 1/0 | IDLE",
                "begin | IN_TRANSACTION | select 1/0 | FAILED | select 1 | FAILED | rollback | IDLE",
                "start transaction | IN_TRANSACTION | commit | IDLE",
                "begin work | IN_TRANSACTION | end work | IDLE",
                "begin transaction isolation level serializable | IN_TRANSACTION | abort transaction | IDLE",
                "begin | IN_TRANSACTION | begin | IN_TRANSACTION | commit | IDLE | commit | IDLE",
                "begin | IN_TRANSACTION | selec | FAILED | commit | IDLE",
                "begin; select 1; commit | IDLE",
                "begin; select 1/0; commit | FAILED | rollback | IDLE",
                "/* commit */ begin -- commit | IN_TRANSACTION | select 'commit'; select 1 | IN_TRANSACTION"
                        + " | rollback /* to a */ | IDLE",
                "begin; commit; begin | IN_TRANSACTION | rollback; begin; select 1/0 | FAILED | abort | IDLE",
                "begin | IN_TRANSACTION | savepoint a | IN_TRANSACTION | select 1/0 | FAILED"
                        + " | rollback to a | IN_TRANSACTION | release a | IN_TRANSACTION | commit | IDLE",
                "begin; savepoint a | IN_TRANSACTION | select 1/0 | FAILED | rollback work to savepoint a; select 1"
                        + " | IN_TRANSACTION | rollback to no_such | FAILED | rollback transaction | IDLE",
                "begin | IN_TRANSACTION | commit; select 1/0 | IDLE",
                "begin | IN_TRANSACTION | commit nonsense | FAILED | commit 5 | FAILED | rollback | IDLE",
                "begin | IN_TRANSACTION | select 1; selec; commit | FAILED | rollback | IDLE",
                "begin | IN_TRANSACTION | commit; selec | UNKNOWN | rollback | IDLE",
                "begin | IN_TRANSACTION | prepare transaction 'x' | IDLE",
                "begin | IN_TRANSACTION | rollback prepared 'x' | FAILED | rollback | IDLE",
                "begin | IN_TRANSACTION | prepare transact as select 1 | IN_TRANSACTION | execute transact"
                        + " | IN_TRANSACTION | rollback | IDLE",
            })
    void states(String dialogue) {
        assertStates(dialogue);
    }

    /** From 12 on; before, a syntax error. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin | IN_TRANSACTION | commit and chain | IN_TRANSACTION | rollback and chain | IN_TRANSACTION"
                        + " | commit and no chain | IDLE",
                "begin | IN_TRANSACTION | select 1/0 | FAILED | commit and chain | IN_TRANSACTION | rollback | IDLE",
                "begin | IN_TRANSACTION | select 1/0 | FAILED | rollback and chain | IN_TRANSACTION | commit | IDLE"
            })
    void chained(String dialogue) {
        boolean known;
        try (PgConnection connection = connect()) {
            known = isSince(connection, 1200);
        }
        assertStates(
                known ? dialogue : "begin | IN_TRANSACTION | commit and chain | FAILED | rollback and chain | FAILED");
    }

    private void assertStates(String dialogue) {
        String[] parts = dialogue.split(" \\| ", -1);
        try (PgConnection connection = connect()) {
            for (int i = 0; i < parts.length; i += 2) {
                run(connection, parts[i]);
                assertThat(connection.transactionStatus())
                        .as("after %s in %s", parts[i], dialogue)
                        .hasToString(parts[i + 1]);
            }
            assertServerAgrees(connection, parts[parts.length - 1]);
        }
    }

    private static void run(PgConnection connection, String sql) {
        try {
            connection.script(sql);
        } catch (PgException e) {
            assertThat(e).isNotNull(); // the state tells
        }
    }

    /** Only in a block the time of the transaction stands still. */
    private static void assertServerAgrees(PgConnection connection, String state) {
        if (state.equals("FAILED")) {
            connection.query("rollback");
            return;
        }
        String first = value(connection, "select now()");
        connection.query("select pg_sleep(0.001)");
        assertThat(value(connection, "select now()").equals(first)).isEqualTo(state.equals("IN_TRANSACTION"));
    }

    /** The client reads texts as the settings after the login say. */
    @Test
    void unknownUntilAStatementLeavesNoDoubt() {
        try (PgConnection connection = connect()) {
            connection.query("set standard_conforming_strings = off");
            connection.query("begin");
            connection.script("select 'it\\'s'; commit");
            assertThat(connection.transactionStatus()).hasToString("UNKNOWN");
            connection.query("begin");
            assertThat(connection.transactionStatus()).hasToString("IN_TRANSACTION");
            connection.query("commit");
            assertThat(connection.transactionStatus()).hasToString("IDLE");
        }
    }
}
