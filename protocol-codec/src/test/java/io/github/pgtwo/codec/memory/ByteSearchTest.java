package io.github.pgtwo.codec.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
    private static final int LONGEST = 200;

    /** One off the wanted byte, and with its top bit, are what a careless mask would take for it. */
    private static final byte[] FILLINGS = {'\\' - 1, '\\' + 1, (byte) ('\\' | 0x80), 0, -1};

    @Test
    void findsTheFirstWhereverItStands() {
        for (byte filling : FILLINGS) {
            for (int at = 0; at < LONGEST; at++) {
                byte[] array = filled(filling);
                array[at] = '\\';
                array[LONGEST - 1] = '\\';
                for (int from = 0; from <= at; from += 7) {
                    assertThat(ByteSearch.indexOf(array, from, LONGEST, '\\')).isEqualTo(at);
                    assertThat(ByteSearch.indexOf(array, from, at, '\\')).isEqualTo(at);
                }
            }
        }
    }

    @Test
    void findsNothingOutsideOfItsBounds() {
        byte[] array = filled((byte) 'x');
        for (int to = 0; to < LONGEST; to++) {
            array[to] = 0;
            assertThat(ByteSearch.indexOf(array, 0, to, 0)).isEqualTo(to);
            array[to] = 'x';
        }
        array[0] = 0;
        assertThat(ByteSearch.indexOf(array, 1, LONGEST, 0)).isEqualTo(LONGEST);
    }

    @Test
    void findsBytesWithTheTopBit() {
        byte[] array = filled((byte) 0x7f);
        array[150] = (byte) 0xff;
        assertThat(ByteSearch.indexOf(array, 3, LONGEST, 0xff)).isEqualTo(150);
        assertThat(ByteSearch.indexOf(array, 3, LONGEST, -1)).isEqualTo(150);
    }

    private static byte[] filled(byte filling) {
        byte[] array = new byte[LONGEST];
        Arrays.fill(array, filling);
        return array;
    }
}
