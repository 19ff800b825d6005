package io.github.pgtwo.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void equalityIsThatOfTheContent() {
        Bytes part = Bytes.wrap(new byte[] {9, 1, 2, 3, 9}, 1, 4);
        assertThat(part)
                .isEqualTo(Bytes.of((byte) 1, (byte) 2, (byte) 3))
                .hasSameHashCodeAs(Bytes.of(new byte[] {1, 2, 3}));
        assertThat(part).isNotEqualTo(Bytes.of((byte) 1, (byte) 2));
        assertThat(part.slice(1, 3)).isEqualTo(Bytes.of((byte) 2, (byte) 3));
    }

    @Test
    void aCopyDoesNotChangeWithItsSource() {
        byte[] source = {1, 2};
        Bytes copy = Bytes.of(source);
        source[0] = 7;
        assertThat(copy.at(0)).isEqualTo((byte) 1);
        copy.toByteArray()[1] = 7;
        assertThat(copy.at(1)).isEqualTo((byte) 2);
    }

    @Test
    void textIsDecodedInTheCharsetAskedFor() {
        assertThat(Bytes.of((byte) 0xe4).text(StandardCharsets.ISO_8859_1)).isEqualTo("ä");
        assertThat(Bytes.of((byte) 0xe4).utf8()).isEqualTo("\ufffd");
        assertThat(Bytes.utf8("ä").length()).isEqualTo(2);
    }

    @Test
    void aCharacterThatTheCharsetLacksIsRefused() {
        assertThatThrownBy(() -> Bytes.encode("ä€", StandardCharsets.ISO_8859_1))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessageContaining("ISO-8859-1");
        assertThatThrownBy(() -> Bytes.utf8("\ud800")).isInstanceOf(LocalProtocolException.class);
    }

    @Test
    void aByteIsFoundInAViewAndNotBeyondIt() {
        Bytes view = Bytes.wrap("x.y.zzzzzzzzzzzzzzzzzzz.x".getBytes(StandardCharsets.US_ASCII), 2, 23);
        assertThat(view.indexOf('.')).isEqualTo(1);
        assertThat(view.indexOf('z')).isEqualTo(2);
        assertThat(view.indexOf('x')).isEqualTo(-1);
        assertThat(Bytes.EMPTY.indexOf(0)).isEqualTo(-1);
    }

    @Test
    void partsAreWithinTheWhole() {
        byte[] array = {1, 2, 3, 4};
        Bytes part = Bytes.wrap(array, 1, 3);
        assertThat(part.slice(0, 2)).isEqualTo(part);
        assertThat(part.slice(2, 2).isEmpty()).isTrue();
        assertThat(part.isEmpty()).isFalse();
        assertThat(part.at(1)).isEqualTo((byte) 3);
        assertThat(Bytes.copyOf(array, 1, 3)).isEqualTo(part);
        assertThatThrownBy(() -> part.at(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> part.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> part.slice(1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Bytes.wrap(array, 3, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void emptyRunsNeedNoMemory() {
        byte[] array = {1};
        assertThat(Bytes.copyOf(array, 1, 1)).isSameAs(Bytes.EMPTY);
        assertThat(Bytes.wrap(array, 1, 1)).isSameAs(Bytes.EMPTY);
        assertThat(Bytes.of()).isSameAs(Bytes.EMPTY);
    }

    @Test
    void aViewIsCopiedToWhereItIsWanted() {
        byte[] target = new byte[4];
        Bytes.wrap(new byte[] {1, 2, 3}, 1, 3).copyTo(target, 1);
        assertThat(target).containsExactly(0, 2, 3, 0);
    }

    @Test
    void hashesDependOnOrderAndNotOnPlace() {
        assertThat(Bytes.wrap(new byte[] {9, 5, 7}, 1, 3)).hasSameHashCodeAs(Bytes.of((byte) 5, (byte) 7));
        assertThat(Bytes.of((byte) 5, (byte) 7)).doesNotHaveSameHashCodeAs(Bytes.of((byte) 7, (byte) 5));
    }

    @Test
    void charactersBeyondTheBasicPlaneAreEncoded() {
        assertThat(Bytes.utf8("a\ud83d\ude00")).hasToString("61f09f9880");
        assertThat(Bytes.encode("ä", StandardCharsets.ISO_8859_1)).hasToString("e4");
    }

    @Test
    void toStringShowsTheBeginningInHex() {
        assertThat(Bytes.of((byte) 0x0a, (byte) 0xff)).hasToString("0aff");
        assertThat(Bytes.wrap(new byte[] {0, 1, 2, 0}, 1, 3)).hasToString("0102");
        assertThat(Bytes.wrap(new byte[32])).hasToString("00".repeat(32));
        assertThat(Bytes.wrap(new byte[33])).hasToString("00".repeat(32) + "... (33 bytes)");
    }
}
