package io.github.pgtwo.client.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.encoding.MalformedText;
import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.encoding.TextEncodingException;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgValueException;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.codec.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows in all kinds of encodings. */
class CopyEncodingTest {
    private static final TextPolicy LATIN = new TextPolicy(StandardCharsets.ISO_8859_1, MalformedText.REPORT);
    private static final TextPolicy REPLACED = new TextPolicy(StandardCharsets.UTF_8, MalformedText.REPLACE);
    private static final String BACKSLASH = "5c";

    private static ServerProfile profile(String encoding) {
        return ServerProfile.of(new ServerVersion(1300, "of a test")).withClientEncoding(encoding);
    }

    private static TextEncoding encoding(String name) {
        return TextEncoding.of(profile(name), LATIN);
    }

    private static CopyText writer(String encoding, CopyFormat format) {
        return new CopyText(format, profile(encoding), encoding(encoding));
    }

    private static CopyRow row(TextEncoding encoding, String hex) {
        return new CopyRow(CopyFormat.DEFAULT, encoding)
                .decode(7, Bytes.wrap(HexFormat.ofDelimiter(" ").parseHex(hex)));
    }

    @ParameterizedTest
    @CsvSource({
        "LATIN1, 'é\tÿ\\', e9 5c 74 ff 5c 5c",
        "SQL_ASCII, 'é\tÿ\\', e9 5c 74 ff 5c 5c",
        "EUC_JP, '表\tあｱ\\', c9 bd 5c 74 a4 a2 8e b1 5c 5c",
        "KOI8R, ж, d6",
        "UNICODE, '表\t😀', e8 a1 a8 5c 74 f0 9f 98 80"
    })
    void rowsAreInTheSessionsCharset(String encoding, String value, String bytes) {
        Bytes line = writer(encoding, CopyFormat.DEFAULT).row(value, null, "x").bytes();
        assertThat(line).hasToString(bytes.replace(" ", "") + "09" + BACKSLASH + "4e" + "09" + "78" + "0a");
        CopyRow back = new CopyRow(CopyFormat.DEFAULT, encoding(encoding)).decode(0, line.slice(0, line.length() - 1));
        assertThat(back.text(0)).isEqualTo(value);
        assertThat(back.text(1)).isNull();
        assertThat(back.text(2)).isEqualTo("x");
    }

    /** Java's EUC-JP makes a backslash of the yen sign. */
    @ParameterizedTest
    @CsvSource({
        "LATIN1, x€, U+0020AC at 1",
        "SQL_ASCII, 表, U+008868 at 0",
        "EUC_JP, ab\u00a5, U+0000A5 at 2",
        "EUC_JP, 😀, U+01F600 at 0"
    })
    void whatTheCharsetLacksIsRefusedWithItsColumn(String encoding, String value, String place) {
        CopyText text = writer(encoding, CopyFormat.DEFAULT).row("kept", "1");
        assertThatThrownBy(() -> text.row("lost", value))
                .isInstanceOfSatisfying(
                        CopyDataException.class, e -> assertThat(e.column()).hasValue(1))
                .hasMessageContaining(place)
                .hasCauseInstanceOf(TextEncodingException.class);
        assertThat(text.row("next", "2").bytes().utf8()).isEqualTo("kept\t1\nnext\t2\n");
    }

    @Test
    void halfAPairAndNulAreRefusedEverywhere() {
        for (String encoding : new String[] {"LATIN1", "EUC_JP", "SQL_ASCII", "UNICODE"}) {
            CopyText text = writer(encoding, CopyFormat.DEFAULT);
            assertThatThrownBy(() -> text.row("a", "x\0")).hasMessageContaining("column 1");
            assertThatThrownBy(() -> text.row("a", "x\ud83d")).hasMessageContaining("column 1");
            assertThat(text.length()).isZero();
        }
    }

    @Test
    void theTextForNullIsInTheSessionsCharset() {
        CopyFormat format = CopyFormat.DEFAULT.withNullText("ø");
        CopyText text = writer("LATIN1", format);
        assertThat(text.row("1", null).bytes()).hasToString("3109f80a");
        assertThatThrownBy(() -> text.row("ø")).hasMessageContaining("NULL");
        CopyRow row =
                new CopyRow(format, encoding("LATIN1")).decode(0, text.bytes().slice(0, 3));
        assertThat(row.text(1)).isNull();
        assertThatThrownBy(() -> writer("KOI8R", format)).isInstanceOf(CopyDataException.class);
        assertThatThrownBy(() -> new CopyRow(format, encoding("KOI8R"))).isInstanceOf(CopyDataException.class);
    }

    @ParameterizedTest
    @CsvSource({"UNICODE, 61 09 63 e9 78, e9 at 1", "EUC_JP, 09 41 42 c9, c9 at 2", "UNICODE, 61 09 c3, c3 at 0"})
    void malformedTextIsReportedWithItsPlace(String encoding, String line, String place) {
        CopyRow row = row(encoding(encoding), line);
        assertThatThrownBy(() -> row.text(1))
                .isInstanceOfSatisfying(PgValueException.class, e -> {
                    assertThat(e.row()).isEqualTo(7);
                    assertThat(e.column()).isEqualTo(1);
                    assertThat(e.columnName()).isEmpty();
                })
                .hasMessageContaining("row 7, column 1 cannot be read: byte " + place);
        assertThat(row.text(0)).isIn("a", "");
        assertThat(row.value(1)).isNotNull();
    }

    /** What was written as octal digits may be malformed only behind that. */
    @Test
    void escapesAreReadBeforeTheCharset() {
        CopyRow row = new CopyRow(CopyFormat.DEFAULT, TextEncoding.UTF_8);
        assertThat(row.decode(0, Bytes.utf8("\\303\\251")).text(0)).isEqualTo("é");
        assertThatThrownBy(() -> row.decode(0, Bytes.utf8("\\351")).text(0)).isInstanceOf(PgValueException.class);
    }

    @Test
    void malformedTextIsReplacedIfTheUserWants() {
        CopyRow row = row(TextEncoding.of(profile("UNICODE"), REPLACED), "63 e9 09 ef bf bd");
        assertThat(row.text(0)).isEqualTo("c\ufffd");
        assertThat(row.text(1)).isEqualTo("\ufffd");
        assertThat(row(TextEncoding.UTF_8, "ef bf bd").text(0)).isEqualTo("\ufffd");
    }
}
