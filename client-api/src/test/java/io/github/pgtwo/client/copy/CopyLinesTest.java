package io.github.pgtwo.client.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyLinesTest {
    private static final int LONG = 1000;

    private static List<String> cut(CopyLines lines, Bytes data, int piece) {
        List<String> all = new ArrayList<>();
        for (int at = 0; at < data.length(); at += piece) {
            lines.add(data.slice(at, Math.min(data.length(), at + piece)));
            while (lines.next()) {
                all.add(lines.line().utf8());
            }
        }
        return all;
    }

    @Test
    void linesAreTheSameInAllPieces() {
        Bytes data = Bytes.utf8("one\n\n\\\\\nlong \\n line\\\nx\n");
        for (int piece = 1; piece <= data.length(); piece++) {
            CopyLines lines = new CopyLines(false, LONG);
            assertThat(cut(lines, data, piece)).containsExactly("one", "", "\\\\", "long \\n line\\", "x");
            assertThat(lines.number()).isEqualTo(4);
            assertThat(lines.unfinished()).isFalse();
        }
    }

    @Test
    void anOldServersNewlinesAreJoinedInAllPieces() {
        Bytes data = Bytes.utf8("a\\\nb\nc\\\\\nd\\\\\\\n\\\n\ne\\\\\\\\\n\\\\\n");
        for (int piece = 1; piece <= data.length(); piece++) {
            CopyLines lines = new CopyLines(true, LONG);
            assertThat(cut(lines, data, piece))
                    .containsExactly("a\\\nb", "c\\\\", "d\\\\\\\n\\\n", "e\\\\\\\\", "\\\\");
            assertThat(lines.unfinished()).isFalse();
        }
    }

    @Test
    void aLineThatDidNotEndIsTold() {
        CopyLines lines = new CopyLines(true, LONG);
        assertThat(cut(lines, Bytes.utf8("a\nb\\\n"), 2)).containsExactly("a");
        assertThat(lines.unfinished()).isTrue();
        assertThat(lines.number()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "4, false", "11, false", "1, true", "4, true", "11, true"})
    void longLinesEndInAnError(int piece, boolean rawNewlines) {
        Bytes fits = Bytes.utf8("0123456789\n");
        assertThat(cut(new CopyLines(rawNewlines, 10), fits, piece)).containsExactly("0123456789");
        assertThatThrownBy(() -> cut(new CopyLines(rawNewlines, 9), fits, piece))
                .isInstanceOf(CopyDataException.class)
                .hasMessageContaining("9 bytes");
    }

    @Test
    void aPieceIsNotDroppedForTheNext() {
        CopyLines lines = new CopyLines(false, LONG);
        lines.add(Bytes.utf8("a\nb\n"));
        lines.next();
        assertThatThrownBy(() -> lines.add(Bytes.utf8("c\n"))).isInstanceOf(IllegalStateException.class);
    }

    /** Lines that look at their beginning again with every piece would take hours. */
    @Test
    void workGrowsWithTheDataAlone() {
        Bytes backslashes = Bytes.utf8("\\".repeat(10));
        CopyLines lines = new CopyLines(true, 20_000_000);
        for (int i = 0; i < 1_000_000; i++) {
            lines.add(backslashes);
            assertThat(lines.next()).isFalse();
        }
        lines.add(Bytes.utf8("\n"));
        assertThat(lines.next()).isTrue();
        assertThat(lines.line().length()).isEqualTo(10_000_000);
    }
}
