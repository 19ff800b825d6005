package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Result;
import io.github.pgtwo.client.Results;
import io.github.pgtwo.client.error.ServerMessage;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What comes with rows: numbers in tags, OIDs, notices. */
class ResultTest extends EveryServer {
    private static String raising(String words) {
        return "do $$ begin raise notice '" + words + "'; end $$";
    }

    private static List<String> notices(Result result) {
        return result.notices().stream().map(ServerMessage::message).toList();
    }

    @Test
    void affectedRows() {
        try (PgConnection connection = connect()) {
            assertThat(connection.query("create temp table t (a int)").affectedRows())
                    .isEmpty();
            Result inserted = connection.query("insert into t values (1), (2), (3)");
            assertThat(inserted.affectedRows()).hasValue(3);
            assertThat(inserted.insertedOid()).isEmpty();
            assertThat(connection.query("update t set a = 5 where a > 1").affectedRows())
                    .hasValue(2);
            assertThat(connection.query("update t set a = 5 where a > 9").affectedRows())
                    .hasValue(0);
            assertThat(connection.query("delete from t where a = 1").affectedRows())
                    .hasValue(1);
            assertThat(connection.query("select a from t").affectedRows()).hasValue(2);
            assertThat(connection
                            .query("create temp table u as select a from t")
                            .affectedRows())
                    .hasValue(2);
            assertThat(connection.query("drop table t").affectedRows()).isEmpty();
        }
    }

    /** Tables with OIDs ended with 11. */
    @Test
    void oidsOfInsertedRows() {
        try (PgConnection connection = connect()) {
            boolean have = !isSince(connection, 1200);
            connection.query("create temp table o (a int)" + (have ? " with oids" : ""));
            Result one = connection.query("insert into o values (1)");
            assertThat(one.affectedRows()).hasValue(1);
            assertThat(one.insertedOid())
                    .isEqualTo(
                            have
                                    ? OptionalLong.of(Long.parseLong(value(connection, "select oid from o")))
                                    : OptionalLong.empty());
            assertThat(connection.query("insert into o values (2), (3)").insertedOid())
                    .isEmpty();
        }
    }

    @Test
    void noticesBelongToTheirStatement() {
        try (PgConnection connection = connect()) {
            connection.query("create function pg_temp.loud(n int) returns int language plpgsql as"
                    + " $$ begin raise notice 'row %', n; return n; end $$");
            List<Result> results = connection.script(raising("first") + "; select 1; "
                    + "select pg_temp.loud(n) from generate_series(1, 2) n; select 2; " + raising("last"));
            assertThat(results.stream().map(ResultTest::notices))
                    .containsExactly(
                            List.of("first"), List.of(), List.of("row 1", "row 2"), List.of(), List.of("last"));
        }
    }

    @Test
    void noticesOfOneTextAreGoneWithTheNext() {
        try (PgConnection connection = connect()) {
            assertThat(notices(connection.query(raising("once")))).containsExactly("once");
            assertThat(connection.query("select 1").notices()).isEmpty();
        }
    }

    /** It comes behind the rows, or even behind the tag. */
    @Test
    void aNoticeOfTheCommitIsNotLost() {
        try (PgConnection connection = connect()) {
            connection.query("create temp table t (a int)");
            connection.query("create function pg_temp.late() returns trigger language plpgsql as"
                    + " $$ begin raise notice 'late'; return null; end $$");
            connection.query("create constraint trigger late after insert on t initially deferred"
                    + " for each row execute procedure pg_temp.late()");
            assertThat(notices(connection.query("insert into t values (1) returning a")))
                    .containsExactly("late");
        }
    }

    @Test
    void thousandsOfNoticesAreBounded() {
        try (PgConnection connection = connect()) {
            Result result =
                    connection.query("do $$ begin for i in 1..3000 loop raise notice 'number %', i; end loop; end $$");
            assertThat(result.notices()).hasSize(1000);
            assertThat(notices(result)).startsWith("number 1").endsWith("number 1000");
            assertAnswers(connection);
        }
    }

    @Test
    void resultsOneByOne() {
        try (PgConnection connection = connect()) {
            try (Results results = connection.execute("select 1; " + raising("between") + "; select 2 where false")) {
                assertThat(results.next()).isTrue();
                assertThat(results.nextRow()).isTrue();
                assertThat(results.row().text(0)).isEqualTo("1");
                assertThat(results.next()).isTrue();
                assertThat(results.tag()).isEqualTo("DO");
                assertThat(results.notices()).hasSize(1);
                assertThat(results.next()).isTrue();
                assertThat(results.hasRows()).isTrue();
                assertThat(results.nextRow()).isFalse();
                assertThat(results.next()).isFalse();
            }
            assertAnswers(connection);
        }
    }
}
