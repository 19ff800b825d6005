package io.github.pgtwo.codec.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
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

    @Test
    void findsTheFirstInLongRuns() {
        int length = 700;
        for (byte filling : FILLINGS) {
            byte[] array = filled(filling, length);
            array[0] = '\\';
            for (int at = length - 1; at > 0; at--) {
                array[at] = '\\';
                assertThat(ByteSearch.indexOf(array, 1, length, '\\')).isEqualTo(at);
                assertThat(ByteSearch.indexOf(array, 1, at, '\\')).isEqualTo(at);
            }
        }
    }

    @Test
    void findsWhatIsAloneInALongRun() {
        int length = 700;
        for (byte wanted : new byte[] {0, '\\', (byte) 0x80, -1}) {
            byte[] array = filled((byte) 'x', length);
            for (int at = 0; at < length; at++) {
                array[at] = wanted;
                assertThat(ByteSearch.indexOf(array, 0, length, wanted)).isEqualTo(at);
                assertThat(ByteSearch.indexOf(array, 0, length, wanted ^ 1)).isEqualTo(length);
                array[at] = 'x';
            }
        }
    }

    /** What HotSpot inlines deep down in its callers it inlines only by half. */
    @Test
    void theSearchOfLongRunsIsTooLongToBeInlined() {
        StringWriter code = new StringWriter();
        ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(
                        new PrintWriter(code),
                        new PrintWriter(code),
                        "-c",
                        "-p",
                        "-cp",
                        classes(),
                        ByteSearch.class.getName());
        Matcher end =
                Pattern.compile("int far\\(.*?(\\d+): ireturn", Pattern.DOTALL).matcher(code.toString());
        assertThat(end.find()).isTrue();
        assertThat(Integer.parseInt(end.group(1))).isGreaterThan(325);
    }

    private static String classes() {
        return Path.of(URI.create(ByteSearch.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }

    private static byte[] filled(byte filling) {
        return filled(filling, LONGEST);
    }

    private static byte[] filled(byte filling, int length) {
        byte[] array = new byte[length];
        Arrays.fill(array, filling);
        return array;
    }
}
