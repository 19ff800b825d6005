package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.PgValueException;
import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.client.type.Types;
import io.github.pgtwo.client.type.ValueType;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.RowDescription;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowValuesTest {
    private static final int ROUNDS = 200_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final LoggedInServer server = new LoggedInServer();

    @AfterEach
    void theScriptWasKeptTo() throws IOException {
        server.close();
    }

    private static BackendMessage columns(int... oids) {
        return new RowDescription(IntStream.range(0, oids.length)
                .mapToObj(i -> new Column(Bytes.utf8("c" + i), oids[i], (short) -1, -1))
                .toList());
    }

    private List<Row> rows(PgConnection connection) {
        return connection.query("select").rows();
    }

    private Row only(BackendMessage columns, BackendMessage row) {
        server.on("select", cursor(), columns, row, completed("SELECT"), ready());
        return rows(server.connect()).get(0);
    }

    @Test
    void byItsTypeOrByTheColumns() {
        Row row = only(columns(23, 1082, 99999, 20), row("-7", "2001-02-03", "odd", null));
        assertThat(row.get(0, Types.INT4)).isEqualTo(-7);
        assertThat(row.get("c1", Types.DATE)).isEqualTo("2001-02-03");
        assertThat(row.object(1)).isEqualTo(LocalDate.of(2001, 2, 3));
        assertThat(row.object(2)).isEqualTo("odd");
        assertThat(row.object(3)).isNull();
        assertThat(row.get(3, Types.INT8)).isNull();
        assertThat(row.get(0, Types.TEXT)).isEqualTo("-7");
        assertThat(row.getInt(0)).isEqualTo(-7);
        assertThat(row.getLong(0)).isEqualTo(-7);
        assertThatThrownBy(() -> row.object(4)).isInstanceOf(PgUsageException.class);
        assertThatThrownBy(() -> row.getInt(4)).isInstanceOf(PgUsageException.class);
    }

    @Test
    void anErrorNamesRowAndColumnAndKeepsTheValue() {
        server.on("select", cursor(), columns(25, 25), row("1", "2"), row("3", "secret"), completed("SELECT"), ready());
        Row second = rows(server.connect()).get(1);
        PgValueException thrown = catchThrowableOfType(PgValueException.class, () -> second.get(1, Types.INT4));
        assertThat(thrown).hasMessage("row 1, column 1 (\"c1\") is no integer");
        assertThat(thrown.row()).isEqualTo(1);
        assertThat(thrown.column()).isEqualTo(1);
        assertThat(thrown.columnName()).isEqualTo("c1");
        assertThatThrownBy(() -> second.getLong(1)).hasMessage("row 1, column 1 (\"c1\") is no integer");
        assertThatThrownBy(() -> second.get(1, Types.DATE)).hasMessageNotContaining("secret");
        assertThat(second.text(1)).isEqualTo("secret");
    }

    @Test
    void nullsAndWhatIsTooLargeAreNoIntegers() {
        Row row = only(columns(20, 20), row(null, "2147483648"));
        assertThatThrownBy(() -> row.getInt(0)).hasMessage("row 0, column 0 (\"c0\") is NULL");
        assertThatThrownBy(() -> row.getInt(1)).hasMessage("row 0, column 1 (\"c1\") is out of range");
        assertThat(row.getLong(1)).isEqualTo(2147483648L);
    }

    @Test
    void errorsOfTypesOfUsersAreToldLikeOthers() {
        Row row = only(columns(25), row("x"));
        ValueType<Currency> currencies = Types.TEXT.map(Currency::getInstance);
        ValueType<String> strange = (value, format) -> {
            throw new DateTimeException("secret");
        };
        assertThatThrownBy(() -> row.get(0, currencies))
                .isInstanceOf(PgValueException.class)
                .hasMessage("row 0, column 0 (\"c0\") cannot be read: IllegalArgumentException");
        assertThatThrownBy(() -> row.get(0, strange))
                .hasMessage("row 0, column 0 (\"c0\") cannot be read: DateTimeException");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void typesOfUsersAreForTheColumnsOfTheirOid(boolean derived) {
        server.on("select", cursor(), columns(90_001, 790), row("EUR", "$1"), completed("SELECT"), ready());
        TypeRegistry types = TypeRegistry.builder()
                .put(90_001, Types.TEXT.map(Currency::getInstance))
                .put(790, (value, format) -> value.length() + " bytes of type " + format.oid())
                .build();
        PgClientBuilder builder = server.client();
        PgClient client = derived
                ? builder.build().withTypes(types)
                : builder.types(types).build();
        Row row = rows(client.connect()).get(0);
        assertThat(row.object(0)).isEqualTo(Currency.getInstance("EUR"));
        assertThat(row.object(1)).isEqualTo("2 bytes of type 790");
    }

    @Test
    void binaryRows() {
        Bytes bytes = Bytes.of((byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xfe);
        Row row = only(
                columns(23, 26, 700, 25),
                BinaryRow.of(List.of(Optional.of(bytes), Optional.of(bytes), Optional.of(bytes), Optional.of(bytes))));
        assertThat(row.getInt(0)).isEqualTo(-2);
        assertThat(row.getLong(1)).isEqualTo(4294967294L);
        assertThat(row.object(1)).isEqualTo(4294967294L);
        assertThatThrownBy(() -> row.getInt(1)).hasMessageContaining("out of range");
        assertThatThrownBy(() -> row.getInt(2)).hasMessageContaining("no integer");
        assertThatThrownBy(() -> row.object(3)).hasMessageContaining("no text in UTF-8");
    }

    @Test
    void integersMakeNoObjects() {
        Row row = only(columns(20, 23), row("-123456789012", "42"));
        assertThat(sum(row)).isEqualTo(ROUNDS * (42 - 123456789012L));
        long before = THREADS.getCurrentThreadAllocatedBytes();
        sum(row);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(ROUNDS);
    }

    private static long sum(Row row) {
        long sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            sum += row.getLong(0) + row.getInt(1);
        }
        return sum;
    }
}
