package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.codec.Bytes;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Functions that are called by their OIDs. */
class FunctionCallTest extends EveryServer {
    private static final long INT4_PLUS = 177;
    private static final long INT4_DIVIDED = 154;
    private static final long INT8_PLUS = 463;
    private static final long LENGTH_OF_TEXT = 1317;
    private static final long SLEEP = 2626;

    private static Bytes int4(int value) {
        return Bytes.wrap(ByteBuffer.allocate(4).putInt(value).array());
    }

    private static Bytes int8(long value) {
        return Bytes.wrap(ByteBuffer.allocate(8).putLong(value).array());
    }

    private static void assertAdds(PgConnection connection) {
        assertThat(connection.call(INT4_PLUS, int4(2), int4(3))).contains(int4(5));
    }

    private static long temporary(PgConnection connection, String function, String definition) {
        connection.query("create function pg_temp." + function + " " + definition);
        return Long.parseLong(value(connection, "select 'pg_temp." + function + "'::regprocedure::oid"));
    }

    @Test
    void valuesOfSeveralTypes() {
        try (PgConnection connection = connect()) {
            assertAdds(connection);
            assertThat(connection.call(INT4_PLUS, int4(-2), int4(-3))).contains(int4(-5));
            assertThat(connection.call(INT8_PLUS, int8(1L << 40), int8(1))).contains(int8((1L << 40) + 1));
            assertThat(connection.call(LENGTH_OF_TEXT, Bytes.utf8("Füße"))).contains(int4(4));
            assertThat(connection.call(LENGTH_OF_TEXT, Bytes.EMPTY)).contains(int4(0));
            assertAnswers(connection);
        }
    }

    @Test
    void nullIsGivenAndReturned() {
        try (PgConnection connection = connect()) {
            assertThat(connection.call(INT4_PLUS, int4(2), null)).isEmpty();
            long known =
                    temporary(connection, "known(text)", "returns text language sql as 'select coalesce($1, ''?'')'");
            assertThat(connection.call(known, (Bytes) null)).contains(Bytes.utf8("?"));
            assertThat(connection.call(known, Bytes.EMPTY)).contains(Bytes.EMPTY);
            assertThat(connection.call(known, Bytes.utf8("ü"))).contains(Bytes.utf8("ü"));
        }
    }

    @Test
    void functionsThatReturnNothing() {
        try (PgConnection connection = connect()) {
            long nothing = temporary(connection, "nothing()", "returns void language sql as ''");
            assertThat(connection.call(nothing)).isEmpty();
            Bytes noSeconds = int8(Double.doubleToLongBits(0));
            assertThat(connection.call(SLEEP, noSeconds)).contains(Bytes.EMPTY); // as all void functions in C
            assertAdds(connection);
        }
    }

    @Test
    void largeArgumentsAndResults() {
        byte[] large = new byte[place().amount(20_000_000, 1_000_000)];
        large[large.length - 1] = 'x';
        try (PgConnection connection = connect()) {
            long same = temporary(connection, "same(bytea)", "returns bytea language sql as 'select $1'");
            assertThat(connection.call(same, Bytes.wrap(large))).contains(Bytes.wrap(large));
        }
    }

    @Test
    void failuresLeaveTheConnectionUsable() {
        try (PgConnection connection = connect()) {
            assertFails(connection, "division by zero", INT4_DIVIDED, int4(1), int4(0));
            assertFails(connection, "4294967295", 4_294_967_295L);
            assertFails(connection, "", INT4_PLUS, int4(1));
            assertFails(connection, "insufficient data left", INT4_PLUS, int4(1), Bytes.of((byte) 1));
            assertFails(connection, "incorrect binary data format", INT4_PLUS, int4(1), int8(1));
            assertFails(connection, "invalid byte sequence", LENGTH_OF_TEXT, Bytes.of((byte) 0xff));
        }
    }

    private static void assertFails(PgConnection connection, String words, long oid, Bytes... arguments) {
        assertThatThrownBy(() -> connection.call(oid, arguments))
                .isInstanceOfSatisfying(
                        PgServerException.class,
                        thrown -> assertThat(thrown.fatal()).isFalse())
                .hasMessageContaining(words);
        assertAdds(connection);
        assertAnswers(connection);
    }

    @Test
    void whatIsNoOidIsNotSent() {
        try (PgConnection connection = connect()) {
            assertThatThrownBy(() -> connection.call(-1)).isInstanceOf(PgUsageException.class);
            assertThatThrownBy(() -> connection.call(1L << 32)).isInstanceOf(PgUsageException.class);
            assertAdds(connection);
        }
    }

    @Test
    void aCallIsPartOfTheTransaction() {
        try (PgConnection connection = connect()) {
            connection.query("create temp table t (a int)");
            long adds = temporary(
                    connection, "adds(int)", "returns void language sql as 'insert into pg_temp.t values ($1)'");
            connection.query("begin");
            connection.call(adds, int4(1));
            assertThatThrownBy(() -> connection.call(INT4_DIVIDED, int4(1), int4(0)))
                    .isInstanceOf(PgServerException.class);
            assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
            assertThatThrownBy(() -> connection.call(INT4_PLUS, int4(2), int4(3)))
                    .hasMessageContaining("transaction is aborted");
            connection.query("rollback");
            assertThat(value(connection, "select count(*) from t")).isEqualTo("0");
            connection.call(adds, int4(1));
            assertThat(value(connection, "select count(*) from t")).isEqualTo("1");
        }
    }
}
