package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.CopyIn;
import io.github.pgtwo.client.CopyOut;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.copy.CopyDataException;
import io.github.pgtwo.client.copy.CopyFormat;
import io.github.pgtwo.client.copy.CopyRow;
import io.github.pgtwo.client.encoding.MalformedText;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.PgValueException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of COPY in databases of all kinds of encodings, both ways. */
class CopyEncodingsTest extends EncodedDatabases {
    private static final String COPY_OUT = "copy (select b from copied order by a) to stdout";
    private static final String CAFE = "insert into copied values (0, 'fine'), (1, E'caf\\351')";

    private static PgConnection withATable(PgConnection connection) {
        connection.query("create temp table copied (a int, b text)");
        return connection;
    }

    private PgConnection open(String encoding, Charset unconverted, MalformedText malformed) {
        TextPolicy policy = new TextPolicy(unconverted, malformed);
        return withATable(clientOf(encoding).text(policy).build().connect());
    }

    private static List<String> rows(PgConnection connection, String sql, CopyFormat format) {
        List<String> all = new ArrayList<>();
        try (CopyOut out = connection.copyOut(sql).format(format)) {
            for (CopyRow row = out.nextRow(); row != null; row = out.nextRow()) {
                all.add(row.text(0));
            }
        }
        return all;
    }

    private static void assertRoundTrip(PgConnection connection, String text, String bytes) {
        String options = " null '" + text + "-'";
        CopyFormat format = CopyFormat.DEFAULT.withNullText(text + "-");
        List<String> values = Arrays.asList(text, null, "\t" + text + "\\\n" + text, text.repeat(30_000), "");
        try (CopyIn in = connection.copyIn("copy copied from stdin" + options).format(format)) {
            for (int i = 0; i < values.size(); i++) {
                in.row("" + i, values.get(i));
            }
            in.complete();
        }
        assertThat(value(connection, "select encode(b::bytea, 'hex') from copied where a = 0"))
                .isEqualTo(bytes.replace(" ", ""));
        assertThat(connection.query("select b from copied order by a").rows())
                .extracting(row -> row.text(0))
                .isEqualTo(values);
        assertThat(rows(connection, COPY_OUT + options, format)).isEqualTo(values);
    }

    /** Where the server converts, the session is in UTF-8; the bytes are those in the database. */
    @ParameterizedTest
    @CsvSource({
        "UTF8, 'é€表😀', c3 a9 e2 82 ac e8 a1 a8 f0 9f 98 80",
        "SQL_ASCII, 'é表', c3 a9 e8 a1 a8",
        "LATIN1, éß, e9 df",
        "EUC_JP, 表あｱ, c9 bd a4 a2 8e b1"
    })
    void databases(String encoding, String text, String bytes) {
        try (PgConnection connection = open(encoding, StandardCharsets.UTF_8, MalformedText.REPORT)) {
            assertRoundTrip(connection, text, bytes);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF8, 'ÿ表', c3 bf e8 a1 a8", "LATIN1, ÿß, ff df", "EUC_JP, 表あｱ, c9 bd a4 a2 8e b1"})
    void sessions(String encoding, String text, String bytes) {
        try (PgConnection connection = withATable(unconverted(encoding))) {
            assertRoundTrip(connection, text, bytes);
        }
    }

    @Test
    void theUserKnowsWhatTheServerDoesNot() {
        try (PgConnection connection = open("SQL_ASCII", StandardCharsets.ISO_8859_1, MalformedText.REPORT)) {
            assertRoundTrip(connection, "éÿ", "e9 ff");
        }
    }

    @ParameterizedTest
    @CsvSource({"LATIN1, x€, U+0020AC at 1", "EUC_JP, \u00a5, U+0000A5 at 0", "LATIN1, 表, U+008868 at 0"})
    void whatTheSessionCannotSayIsLeftOut(String encoding, String text, String place) {
        try (PgConnection connection = withATable(unconverted(encoding))) {
            try (CopyIn in = connection.copyIn("copy copied from stdin")) {
                in.row("1", "kept");
                assertThatThrownBy(() -> in.row("2", text))
                        .isInstanceOf(PgUsageException.class)
                        .hasMessageContaining(place)
                        .cause()
                        .asInstanceOf(InstanceOfAssertFactories.type(CopyDataException.class))
                        .satisfies(e -> assertThat(e.column()).hasValue(1));
                in.row("3", "next");
                assertThat(in.complete()).hasValue(2);
            }
            assertThat(rows(connection, COPY_OUT, CopyFormat.DEFAULT)).containsExactly("kept", "next");
        }
    }

    @Test
    void malformedTextIsReportedAndTheCopyGoesOn() {
        try (PgConnection connection = open("SQL_ASCII", StandardCharsets.UTF_8, MalformedText.REPORT)) {
            connection.query(CAFE);
            try (CopyOut out = connection.copyOut(COPY_OUT)) {
                assertThat(out.nextRow().text(0)).isEqualTo("fine");
                CopyRow row = out.nextRow();
                assertThatThrownBy(() -> row.text(0))
                        .isInstanceOf(PgValueException.class)
                        .hasMessageContaining("row 1, column 0 cannot be read: byte e9 at 3");
                assertThat(row.value(0)).hasToString("636166e9");
                assertThat(out.nextRow()).isNull();
            }
            assertAnswers(connection);
        }
    }

    @Test
    void malformedTextIsReplacedIfTheUserWants() {
        try (PgConnection connection = open("SQL_ASCII", StandardCharsets.UTF_8, MalformedText.REPLACE)) {
            connection.query(CAFE);
            assertThat(rows(connection, COPY_OUT, CopyFormat.DEFAULT)).containsExactly("fine", "caf\ufffd");
        }
    }
}
