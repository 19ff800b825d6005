package io.github.pgtwo.client.type;

import static io.github.pgtwo.client.type.Formats.hex;
import static io.github.pgtwo.client.type.Formats.read;
import static io.github.pgtwo.client.type.Formats.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.codec.Bytes;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArraysTest {
    private static final ValueType<PgArray<String>> TEXTS = Types.TEXT.array();
    private static final ValueType<PgArray<Integer>> NUMBERS = Types.INT4.array();

    @Test
    void elementsAndNulls() {
        PgArray<Integer> array = read(NUMBERS, "{1,NULL,-3}");
        assertThat(array.elements()).containsExactly(1, null, -3);
        assertThat(array.dimensions()).containsExactly(new PgArray.Dimension(1, 3));
        assertThat(array.get(3)).isEqualTo(-3);
        assertThatThrownBy(() -> array.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> array.get(1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(read(NUMBERS, "{}").dimensions()).isEmpty();
    }

    @Test
    void escapesAndQuotes() {
        assertThat(read(TEXTS, "{a,\"\",\"NULL\",\"b,c\",\"d\\\"e\\\\f\",\"{}\",é g}")
                        .elements())
                .containsExactly("a", "", "NULL", "b,c", "d\"e\\f", "{}", "é g");
        assertThat(Types.array(Types.TEXT, ';')
                        .read(Bytes.utf8("{(2,2),(1,1);(4,4),(3,3)}"), text(1300, "ISO"))
                        .elements())
                .containsExactly("(2,2),(1,1)", "(4,4),(3,3)");
    }

    @Test
    void dimensionsAndLowerBounds() {
        PgArray<Integer> array = read(NUMBERS, "[0:1][-2:-1]={{1,2},{3,NULL}}");
        assertThat(array.dimensions()).containsExactly(new PgArray.Dimension(0, 2), new PgArray.Dimension(-2, 2));
        assertThat(array.get(1, -2)).isEqualTo(3);
        assertThat(array.get(1, -1)).isNull();
        assertThat(read(NUMBERS, "{{{1}},{{2}}}").dimensions()).hasSize(3);
        assertThat(read(NUMBERS, "{{{{{{1}}}}}}").get(1, 1, 1, 1, 1, 1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "1",
                "{1",
                "{1,",
                "{1,}",
                "{,1}",
                "{1}}",
                "{1}2",
                "{{1},2}",
                "{1,{2}}",
                "{{1,2},{3}}",
                "{{}}",
                "{{1},{}}",
                "{{{{{{{1}}}}}}}",
                "{\"1",
                "{\"1\\",
                "{\"1\\\"",
                "{\"1\"2}",
                "{1\"2\"}",
                "{a\\b}",
                "[1:2]={1}",
                "[1:1][1:1]={1}",
                "[2:1]={}",
                "[1:1]{1}",
                "[1]={1}",
                "[99999999999:1]={1}",
                "[-2147483648:2147483647]={1}",
                "[1:1]="
            })
    void whatIsNoArray(String text) {
        assertThatThrownBy(() -> read(TEXTS, text)).isInstanceOfAny(ValueException.class, ArithmeticException.class);
    }

    @Test
    void subscriptsBeyondAnIntAreNoOthers() {
        PgArray<Integer> array = new PgArray<>(List.of(new PgArray.Dimension(Integer.MAX_VALUE, 2)), List.of(1, 2));
        assertThat(array.get(Integer.MAX_VALUE)).isEqualTo(1);
        assertThatThrownBy(() -> array.get(Integer.MIN_VALUE)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void dimensionsThatCannotBeAreNoArray() {
        assertThatThrownBy(() -> new PgArray.Dimension(1, -1)).isInstanceOf(IllegalArgumentException.class);
        PgArray.Dimension huge = new PgArray.Dimension(1, Integer.MAX_VALUE);
        assertThatThrownBy(() -> new PgArray<>(List.of(huge, huge, huge), List.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nullIsATextWhereArraysHoldNone() {
        assertThat(TEXTS.read(Bytes.utf8("{NULL}"), text(801, "ISO")).elements())
                .containsExactly("NULL");
    }

    @Test
    void backslashesOfOldServers() {
        ValueFormat old = text(701, "ISO");
        assertThat(TEXTS.read(Bytes.utf8("{\"c\\d\",\"e\\\"f\",\"g\\\\h\"}"), old)
                        .elements())
                .containsExactly("c\\d", "e\"f", "g\\\\h");
        for (String ambiguous : new String[] {"{\"a\\\",\"b\"}", "{\"a\\\"}"}) {
            assertThatThrownBy(() -> TEXTS.read(Bytes.utf8(ambiguous), old))
                    .hasMessageContaining("does not tell apart");
        }
    }

    @Test
    void binary() {
        ValueFormat format = Formats.binary(1007);
        PgArray<Integer> array =
                NUMBERS.read(hex("00000001 00000001 00000017 00000002 00000000 00000004 00000007 ffffffff"), format);
        assertThat(array).isEqualTo(new PgArray<>(List.of(new PgArray.Dimension(0, 2)), Arrays.asList(7, null)));
        assertThat(NUMBERS.read(hex("00000000 00000000 00000017"), format).elements())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00000001 00000000 00000017",
                "00000007 00000000 00000017",
                "ffffffff 00000000 00000017",
                "00000001 00000000 00000017 7fffffff 00000001",
                "00000001 00000000 00000017 ffffffff 00000001",
                "00000001 00000000 00000017 00000001 00000001 00000005 00000007",
                "00000001 00000000 00000017 00000001 00000001 fffffffe",
                "00000001 00000000 00000017 00000001 00000001 000000",
                "00000000 00000000 00000017 00000004 00000007",
                "00000001 00000000 000002bc 00000001 00000001 00000004 3f800000"
            })
    void whatIsNoBinaryArray(String digits) {
        assertThatThrownBy(() -> NUMBERS.read(hex(digits), Formats.binary(1007)))
                .isInstanceOf(ValueException.class);
    }

    @Test
    void theLayoutsOfTheOldestServersAreNotRead() {
        ValueFormat old = Formats.binary(703, ByteOrder.LITTLE_ENDIAN, TimestampFormat.FLOAT, 1007);
        assertThatThrownBy(() -> NUMBERS.read(hex("0100000000000000"), old)).hasMessageContaining("ask for text");
    }
}
