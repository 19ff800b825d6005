package io.github.pgtwo.client.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.codec.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyRowTest {
    private final CopyRow row = new CopyRow(CopyFormat.DEFAULT, TextEncoding.UTF_8);

    private static List<String> values(CopyRow row) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < row.columns(); i++) {
            all.add(row.text(i));
        }
        return all;
    }

    private List<String> decoded(String line) {
        return values(row.decode(0, Bytes.utf8(line)));
    }

    @Test
    void nullsAndEmptyValues() {
        assertThat(decoded("\\N\t\t1\t\\N")).containsExactly(null, "", "1", null);
        assertThat(decoded("")).containsExactly("");
        assertThat(decoded("\t")).containsExactly("", "");
        assertThat(decoded("\\\\N\tx\\\\N")).containsExactly("\\N", "x\\N");
    }

    @Test
    void escapesOfAllVersions() {
        assertThat(decoded("\\b\\f\\n\\r\\t\\v\\\\")).containsExactly("\b\f\n\r\t\u000b\\");
        assertThat(decoded("a\\\tb\tc\\\nd")).containsExactly("a\tb", "c\nd");
        assertThat(decoded("\\101\\60\\0619\\x41\\x4g\\xg\\q")).containsExactly("A0" + "19" + "A" + "\u0004g" + "xgq");
        assertThat(decoded("end\\")).containsExactly("end\\");
        assertThat(row.decode(0, Bytes.utf8("\\377\\xfe")).value(0)).isEqualTo(Bytes.of((byte) 0xff, (byte) 0xfe));
    }

    @Test
    void anotherFormat() {
        CopyRow other = new CopyRow(new CopyFormat('|', ""), TextEncoding.UTF_8);
        assertThat(values(other.decode(0, Bytes.utf8("a\\|b||\\N|x\ty")))).containsExactly("a|b", null, "N", "x\ty");
        assertThat(values(other.decode(0, Bytes.EMPTY))).containsExactly((String) null);
    }

    @Test
    void manyColumns() {
        assertThat(decoded("1\t".repeat(1599) + "end")).hasSize(1600).endsWith("1", "end");
        assertThat(row.columns()).isEqualTo(1600);
        assertThatThrownBy(() -> row.text(1600)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(decoded("one")).containsExactly("one");
    }
}
