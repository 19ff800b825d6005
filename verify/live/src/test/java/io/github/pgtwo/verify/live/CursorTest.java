package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.Cursor;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.TransactionStatus;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Rows that are asked for some at a time. */
class CursorTest extends EveryServer {
    private static final String NUMBERS = "select n from generate_series(1, %d) n";

    @Test
    void allRowsWithOtherStatementsInBetween() {
        int count = place().amount(100_000, 3000);
        try (PgConnection connection = connect()) {
            connection.query("begin");
            long read = 0;
            try (Cursor cursor = connection.cursor(NUMBERS.formatted(count), 1000)) {
                for (Row row : cursor) {
                    assertThat(row.text(0)).isEqualTo("" + ++read);
                    if (read % 1000 == 500) {
                        assertAnswers(connection);
                    }
                }
                assertThat(cursor.fetch()).isEmpty();
            }
            assertThat(read).isEqualTo(count);
            assertThat(connection.query("commit").tag()).isEqualTo("COMMIT");
        }
    }

    @Test
    void fetchesAsManyAsAskedFor() {
        try (PgConnection connection = connect()) {
            connection.inTransaction(on -> {
                Cursor cursor = on.cursor(NUMBERS.formatted(5), 2);
                assertThat(cursor.fetch()).hasSize(2);
                assertThat(cursor.fetch()).hasSize(2);
                assertThat(cursor.fetch()).hasSize(1);
                assertThat(cursor.fetch()).isEmpty();
                assertThat(on.cursor("select 1 where false", 2).fetch()).isEmpty();
                return null;
            });
        }
    }

    private static ByteBuffer bytes(Row row, int column) {
        return ByteBuffer.wrap(row.value(column).toByteArray());
    }

    @Test
    void binaryRowsAreInNetworkOrder() {
        LocalDateTime time = LocalDateTime.of(2024, 2, 29, 12, 34, 56, 789_000_000);
        String sql = "select -7::int4, 1234567890123456789::int8, -1.5::float8, 'Füße'::text, timestamp '" + time
                + "', null::int4";
        try (PgConnection connection = connect()) {
            Row row = connection.inTransaction(
                    on -> on.binaryCursor(sql, 10).fetch().get(0));
            assertThat(row.binary()).isTrue();
            assertThat(bytes(row, 0).remaining()).isEqualTo(Integer.BYTES);
            assertThat(bytes(row, 0).getInt()).isEqualTo(-7);
            assertThat(bytes(row, 1).getLong()).isEqualTo(1234567890123456789L);
            assertThat(bytes(row, 2).getDouble()).isEqualTo(-1.5);
            assertThat(row.value(3).utf8()).isEqualTo("Füße");
            Duration since2000 = Duration.between(LocalDateTime.of(2000, 1, 1, 0, 0), time);
            assertThat(bytes(row, 4).getLong()).isEqualTo(since2000.dividedBy(ChronoUnit.MICROS.getDuration()));
            assertThat(row.isNull(5)).isTrue();
            assertThatThrownBy(() -> row.text(0))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("binary");
        }
    }

    @Test
    void namesOfChoiceKeepTheirCase() {
        try (PgConnection connection = connect()) {
            connection.inTransaction(on -> {
                try (Cursor cursor = on.cursor("My \"Own\" Cursor", NUMBERS.formatted(3), 1)) {
                    assertThat(cursor.fetch().get(0).text(0)).isEqualTo("1");
                    assertThat(value(on, "fetch 1 in " + cursor.name())).isEqualTo("2");
                    assertThat(cursor.fetch().get(0).text(0)).isEqualTo("3");
                }
                return null;
            });
        }
    }

    @Test
    void outsideOfATransactionThereAreNone() {
        try (PgConnection connection = connect()) {
            assertThatThrownBy(() -> connection.cursor("select 1", 1))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("inTransaction");
            assertAnswers(connection);
        }
    }

    @Test
    void closedByUs() {
        try (PgConnection connection = connect()) {
            connection.query("begin");
            Cursor cursor = connection.cursor(NUMBERS.formatted(5), 2);
            cursor.close();
            cursor.close();
            assertThatThrownBy(cursor::fetch)
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("closed");
            assertThatThrownBy(() -> connection.query("fetch 1 in " + cursor.name()))
                    .isInstanceOf(PgServerException.class);
        }
    }

    @Test
    void closedBehindOurBack() {
        try (PgConnection connection = connect()) {
            connection.query("begin");
            Cursor cursor = connection.cursor(NUMBERS.formatted(5), 2);
            connection.query("close " + cursor.name());
            assertThatThrownBy(cursor::fetch)
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("cursor \"" + cursor.name() + "\" does not exist");
            assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
            cursor.close();
            connection.query("rollback");
        }
    }

    @Test
    void goneWithItsTransaction() {
        try (PgConnection connection = connect()) {
            Cursor cursor = connection.inTransaction(on -> on.cursor(NUMBERS.formatted(5), 2));
            connection.query("begin");
            assertThatThrownBy(cursor::fetch)
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("transaction has ended");
            cursor.close();
            assertThat(connection.query("commit").tag()).isEqualTo("COMMIT");
        }
    }

    @Test
    void undoneWithItsSavepoint() {
        try (PgConnection connection = connect()) {
            connection.query("begin; savepoint a");
            Cursor cursor = connection.cursor(NUMBERS.formatted(5), 2);
            connection.query("rollback to a");
            assertThatThrownBy(cursor::fetch)
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void aQueryThatFailsWhileItIsFetched() {
        try (PgConnection connection = connect()) {
            connection.query("begin");
            Cursor cursor = connection.cursor("select 10 / (3 - n) from generate_series(1, 9) n", 2);
            assertThat(cursor.fetch()).hasSize(2);
            assertThatThrownBy(cursor::fetch).hasMessageContaining("division by zero");
            cursor.close();
            connection.query("rollback");
            assertAnswers(connection);
        }
    }

    @Test
    void aQueryThatCannotBeDeclared() {
        try (PgConnection connection = connect()) {
            connection.query("begin");
            assertThatThrownBy(() -> connection.cursor("selec", 1)).isInstanceOf(PgServerException.class);
            assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
        }
    }
}
