package io.github.pgtwo.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireWriterTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 512})
    void fieldsFollowEachOtherWhateverRoomThereWas(int capacity) {
        WireWriter out = new WireWriter(capacity);
        out.int8(0x1ff).int16(-2).int32(0x01020304).bytes(Bytes.utf8("ab"));
        out.string(Bytes.utf8("c")).limString(Bytes.utf8("de"), 4).limString(Bytes.utf8("fgh"), 3);
        assertThat(out.length()).isEqualTo(18);
        assertThat(out.take()).hasToString("fffffe01020304" + "6162" + "6300" + "64650000" + "666768");
        assertThat(out.length()).isZero();
    }

    @Test
    void aLimStringIsFilledUpOverWhatWasThereBefore() {
        WireWriter out = new WireWriter(8).bytes(Bytes.utf8("xxxxxxxx"));
        out.drainTo((from, offset, length) -> {});
        assertThat(out.limString(Bytes.utf8("a"), 4).take()).hasToString("61000000");
    }

    @Test
    void reservedRoomIsTakenInOneStepAndKept() {
        WireWriter out = new WireWriter(4).reserve(100);
        assertThat(stores(out, 100)).containsExactly(100);
        assertThat(stores(out.reserve(101), 0)).as("at least twice").containsExactly(200);
        assertThatThrownBy(() -> out.int8(1).reserve(Integer.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    /** How large the store was when so many bytes were handed over. */
    private static List<Integer> stores(WireWriter out, int bytes) {
        List<Integer> sizes = new ArrayList<>();
        out.bytes(Bytes.wrap(new byte[bytes])).drainTo((from, offset, length) -> {
            assertThat(offset).isZero();
            assertThat(length).isEqualTo(bytes);
            sizes.add(from.length);
        });
        return sizes;
    }

    @Test
    void aStoreOfUnusualSizeIsGivenUp() {
        WireWriter out = new WireWriter(0);
        stores(out, 1 << 20);
        assertThat(stores(out, 1)).containsExactly(1 << 20);
        assertThat(stores(out, (1 << 20) + 1)).as("doubled").containsExactly(2 << 20);
        assertThat(stores(out, 1)).containsExactly(1 << 20);
    }

    @Test
    void whatWasTakenDoesNotChange() {
        WireWriter out = new WireWriter().int8(1);
        Bytes taken = out.take();
        out.int8(2);
        assertThat(taken).hasToString("01");
        assertThat(out.take()).hasToString("02");
    }

    @Test
    void nothingIsSentTwice() {
        WireWriter out = new WireWriter().int8(1);
        out.drainTo((from, offset, length) -> {});
        assertThat(out.length()).isZero();
        out.int8(2)
                .drainTo((from, offset, length) ->
                        assertThat(Bytes.wrap(from, offset, length)).hasToString("02"));
    }

    @Test
    void aSecretIsWipedFromTheStore() {
        WireWriter out = new WireWriter(8).bytes(Bytes.utf8("secret"));
        out.wipe();
        assertThat(out.length()).isZero();
        out.drainTo((from, offset, length) -> assertThat(from).containsOnly(0));
    }
}
