package io.github.pgtwo.client.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.codec.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyTextTest {
    private static CopyText text(CopyFormat format, int release) {
        return new CopyText(format, ServerProfile.of(new ServerVersion(release, "test")), TextEncoding.UTF_8);
    }

    private static String line(CopyText text, String... values) {
        text.clear();
        return text.row(values).bytes().utf8();
    }

    @Test
    void escapesWhatLinesAndValuesEndWith() {
        CopyText text = text(CopyFormat.DEFAULT, 1300);
        assertThat(line(text, "a\\b\tc", null, "")).isEqualTo("a\\\\b\\tc\t\\N\t\n");
        assertThat(line(text, "1\r\n2", "\\.", "\b\f\u000b")).isEqualTo("1\\r\\n2\t\\\\.\t\b\f\u000b\n");
        assertThat(line(text, "ü表\uD83D\uDC18")).isEqualTo("ü表\uD83D\uDC18\n");
    }

    @Test
    void anotherDelimiterIsEscapedByItself() {
        CopyText text = text(new CopyFormat('|', "NULL"), 1300);
        assertThat(line(text, "a|b\tc", null, "x")).isEqualTo("a\\|b\\tc|NULL|x\n");
    }

    @Test
    void bytesAreEscapedAsTheyAre() {
        byte[] value = {'a', '\\', (byte) 0xff, '\n'};
        Bytes line =
                text(CopyFormat.DEFAULT, 1300).value(Bytes.of(value)).endRow().bytes();
        assertThat(line)
                .isEqualTo(Bytes.of(
                        (byte) 'a', (byte) '\\', (byte) '\\', (byte) 0xff, (byte) '\\', (byte) 'n', (byte) '\n'));
    }

    @ParameterizedTest
    @ValueSource(ints = {700, 701, 702, 703})
    void theTextOfNullIsRefusedWhereItWouldBecomeNull(int release) {
        CopyText text = text(CopyFormat.DEFAULT, release).row("kept");
        assertThatThrownBy(() -> text.row("a", "\\N"))
                .isInstanceOfSatisfying(
                        CopyDataException.class, e -> assertThat(e.column()).hasValue(1));
        assertThat(text.row("x\\N").bytes().utf8()).isEqualTo("kept\nx\\\\N\n");
    }

    @Test
    void theTextOfNullIsATextWhereEscapesCount() {
        assertThat(line(text(CopyFormat.DEFAULT, 704), "\\N")).isEqualTo("\\\\N\n");
    }

    @Test
    void oldestServersTakeItInsideOfLongerTextsOnly() {
        CopyText text = text(CopyFormat.DEFAULT, 604);
        assertThat(line(text, "C:\\New")).isEqualTo("C:\\\\New\n");
        assertThatThrownBy(() -> text.row("\\N")).isInstanceOf(CopyDataException.class);
        assertThatThrownBy(() -> text(CopyFormat.DEFAULT.withNullText(""), 605)).isInstanceOf(CopyDataException.class);
    }

    @Test
    void aValueLikeAnotherTextForNullIsRefused() {
        assertThatThrownBy(() -> text(CopyFormat.DEFAULT.withNullText(""), 1300).row("a", ""))
                .hasMessageContaining("column 1");
        assertThatThrownBy(
                        () -> text(CopyFormat.DEFAULT.withNullText("-"), 1300).row("-"))
                .hasMessageContaining("column 0");
    }

    @Test
    void rowsHaveOneWidthWhereServersWouldNotComplain() {
        CopyText text = text(CopyFormat.DEFAULT, 702).row("a", "b");
        text.clear();
        assertThatThrownBy(() -> text.row("a"))
                .isInstanceOfSatisfying(
                        CopyDataException.class, e -> assertThat(e.column()).hasValue(1));
        assertThatThrownBy(() -> text.row("a", "b", "c")).isInstanceOf(CopyDataException.class);
        assertThat(line(text, "c", "d")).isEqualTo("c\td\n");
        assertThat(line(text(CopyFormat.DEFAULT, 703).row("a", "b"), "c")).isEqualTo("c\n");
    }

    @Test
    void whatNoServerCanStoreIsRefused() {
        CopyText text = text(CopyFormat.DEFAULT, 1300);
        assertThatThrownBy(() -> text.row("a", "b", "x\0"))
                .hasMessageContaining("column 2")
                .hasMessageContaining("NUL");
        assertThatThrownBy(() -> text.row("\uD83D")).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> text.row()).isInstanceOf(CopyDataException.class);
        assertThat(text.length()).isZero();
    }

    @Test
    void longTextsAreTheSameInPieces() {
        StringBuilder longText = new StringBuilder();
        Random random = new Random(7);
        while (longText.length() < 20_000) {
            longText.appendCodePoint(random.nextBoolean() ? 0x1F418 : 'a' + random.nextInt(26));
        }
        Bytes line = text(CopyFormat.DEFAULT, 1300).row(longText.toString()).bytes();
        assertThat(line.toByteArray()).isEqualTo((longText + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(11);
        CopyFormat format = new CopyFormat(';', "-");
        CopyText text = text(format, 1300);
        CopyRow row = new CopyRow(format, TextEncoding.UTF_8);
        String signs = "\\\t\n\r;-N.x07bfvü\b";
        for (int i = 0; i < 2000; i++) {
            StringBuilder value = new StringBuilder("v");
            for (int length = random.nextInt(12); length > 0; length--) {
                value.append(signs.charAt(random.nextInt(signs.length())));
            }
            text.clear();
            Bytes line = text.row(null, value.toString(), "").bytes();
            row.decode(0, line.slice(0, line.length() - 1));
            assertThat(row.columns()).isEqualTo(3);
            assertThat(row.isNull(0)).isTrue();
            assertThat(row.text(1)).isEqualTo(value.toString());
            assertThat(row.text(2)).isEmpty();
        }
    }

    @Test
    void formatsThatCannotBeReadAreRefused() {
        for (char delimiter : "a7\\.\n\rü\0".toCharArray()) {
            assertThatThrownBy(() -> CopyFormat.DEFAULT.withDelimiter(delimiter))
                    .isInstanceOf(CopyDataException.class);
        }
        for (String nullText : new String[] {"a\tb", "a\\", "\n"}) {
            assertThatThrownBy(() -> CopyFormat.DEFAULT.withNullText(nullText)).isInstanceOf(CopyDataException.class);
        }
    }
}
