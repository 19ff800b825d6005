package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.encoding.MalformedText;
import io.github.pgtwo.client.encoding.TextEncodingException;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.PgValueException;
import io.github.pgtwo.client.sql.Sql;
import io.github.pgtwo.codec.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of databases in all kinds of encodings, and of such as know none. */
class EncodingsTest extends EncodedDatabases {
    private static final String CAFE = "select E'caf\\351' as \"caf\u00e9\"";

    private static Row row(PgConnection connection, String sql) {
        return connection.query(sql).rows().get(0);
    }

    @ParameterizedTest
    @CsvSource({"UTF8, 'é€表😀', 12", "SQL_ASCII, 'é€表😀', 12", "LATIN1, éß, 2", "EUC_JP, 表あｱ, 6"})
    void databases(String encoding, String text, String bytes) {
        try (PgConnection connection = clientOf(encoding).build().connect()) {
            assertThat(connection.profile().serverEncoding()).isEqualTo(encoding);
            Row row = connection
                    .query(Sql.of("select {1}, octet_length({1})", text))
                    .rows()
                    .get(0);
            assertThat(row.text(0)).isEqualTo(text);
            assertThat(row.text(1)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource({"LATIN1, ÿß, ff df", "EUC_JP, 表あ, c9 bd a4 a2", "UTF8, ÿ, c3 bf"})
    void sessions(String encoding, String text, String bytes) {
        try (PgConnection connection = unconverted(encoding)) {
            assertThat(value(connection, "show client_encoding")).isEqualTo(encoding);
            Row row = row(connection, "select '" + text + "' as \"" + text + "\"");
            assertThat(row.text(text)).isEqualTo(text);
            assertThat(row.value(0)).hasToString(bytes.replace(" ", ""));
            assertThatThrownBy(() -> connection.query("select \"" + text + "\""))
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining(text);
            connection
                    .query("do $$begin raise notice '" + text + "'; end$$")
                    .notices()
                    .forEach(notice -> assertThat(notice.message()).isEqualTo(text));
        }
    }

    @ParameterizedTest
    @CsvSource({"LATIN1, 'select ''x€''', 9", "EUC_JP, 'select ''\u00a5''', 8", "LATIN1, 'select ''表''', 8"})
    void whatTheSessionCannotSayIsNotSent(String encoding, String text, int position) {
        try (PgConnection connection = unconverted(encoding)) {
            assertThatThrownBy(() -> connection.query(text))
                    .isInstanceOf(PgUsageException.class)
                    .cause()
                    .asInstanceOf(InstanceOfAssertFactories.type(TextEncodingException.class))
                    .returns(position, TextEncodingException::position);
            assertAnswers(connection);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SJIS", "big5", "GBK", "GB18030", "UHC", "JOHAB", "shift_jis_2004", "MULE_INTERNAL"})
    void noSessionInWhichNothingCanBeQuoted(String encoding) {
        try (PgConnection asked = connect()) {
            var client = clientOf(server())
                    .serverProfile(asked.profile().withClientEncoding(encoding))
                    .build();
            assertThatThrownBy(client::connect)
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining(encoding);
        }
    }

    @Test
    void malformedTextIsReported() {
        try (PgConnection connection = clientOf("SQL_ASCII").build().connect()) {
            Row row = row(connection, CAFE);
            assertThatThrownBy(() -> row.text(0))
                    .isInstanceOf(PgValueException.class)
                    .hasMessageContaining("column 0 (\"café\")")
                    .hasMessageContaining("byte e9 at 3");
            assertThat(row.value(0)).isEqualTo(Bytes.encode("café", StandardCharsets.ISO_8859_1));
            assertThat(value(connection, "select '\ufffd'")).isEqualTo("\ufffd");
        }
    }

    @Test
    void malformedTextIsReplaced() {
        TextPolicy policy = new TextPolicy(StandardCharsets.UTF_8, MalformedText.REPLACE);
        try (PgConnection connection =
                clientOf("SQL_ASCII").text(policy).build().connect()) {
            assertThat(value(connection, CAFE)).isEqualTo("caf\ufffd");
        }
    }

    @Test
    void theUserKnowsWhatTheServerDoesNot() {
        TextPolicy policy = new TextPolicy(StandardCharsets.ISO_8859_1, MalformedText.REPORT);
        try (PgConnection connection =
                clientOf("SQL_ASCII").text(policy).build().connect()) {
            assertThat(connection.profile().clientEncoding()).isEqualTo("SQL_ASCII");
            assertThat(row(connection, CAFE).text("café")).isEqualTo("café");
            Row row = connection
                    .query(Sql.of("select {1}, octet_length({1})", "é"))
                    .rows()
                    .get(0);
            assertThat(Objects.requireNonNull(row.value(0))).hasToString("e9");
            assertThat(row.text(1)).isEqualTo("1");
            assertThatThrownBy(() -> connection.query(Sql.of("select {1}", "€")))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("argument 1");
        }
    }
}
