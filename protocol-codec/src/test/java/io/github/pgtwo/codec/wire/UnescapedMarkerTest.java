package io.github.pgtwo.codec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import io.github.pgtwo.codec.frontend.FrontendDecoder.Expected;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where copy data ends for servers that take an unescaped marker at the end of a line for it. */
class UnescapedMarkerTest {
    @ParameterizedTest
    @CsvSource({
        "foo\\.@, foo|",
        "\\.@, |",
        "1@\\.@, 1@|",
        "\\\\.@a\\.@, \\\\.@a|",
        "a\\\\\\.@, a\\\\|",
        "\\@\\.@, \\@|",
        "\\.x@\\.@, \\.x@|",
        "\\.\\.@\\.@, \\.|",
        "a\\@\\.@, a\\@|"
    })
    void dataEndsAtTheFirstUnescapedMarker(String data, String expected) {
        assertThat(expected.replace('@', '\n')).isEqualTo(plain(data.replace('@', '\n')) + "|");
        for (int limit = 1; limit < 4; limit++) {
            for (int piece = 1; piece <= data.length(); piece++) {
                assertThat(read(data.replace('@', '\n'), piece, limit)).isEqualTo(expected.replace('@', '\n'));
            }
        }
    }

    @Test
    void randomDataOfFewLetters() {
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            StringBuilder data = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                data.append("\\.\na".charAt(random.nextInt(4)));
            }
            String wire = data + "a\n\\.\n";
            assertThat(read(wire, 1 + random.nextInt(wire.length()), 1 + random.nextInt(20)))
                    .as(wire)
                    .isEqualTo(plain(wire) + "|");
        }
    }

    /** What comes before the marker, found one character after the other. */
    private static String plain(String wire) {
        int at = 0;
        while (!wire.startsWith("\\.\n", at)) {
            at += wire.charAt(at) == '\\' ? 2 : 1;
        }
        return wire.substring(0, at);
    }

    private static String read(String text, int piece, int limit) {
        FrontendDecoder decoder = new FrontendDecoder(
                ProtocolLimits.DEFAULT.with(Limit.COPY_DATA, limit), Set.of(ServerQuirk.COPY_IN_ENDS_INSIDE_LINE));
        decoder.expect(Expected.COPY_DATA);
        StringBuilder read = new StringBuilder();
        for (int at = 0; at < text.length() && read.indexOf("|") < 0; at += piece) {
            decoder.received(Bytes.utf8(text.substring(at, Math.min(at + piece, text.length()))));
            while (read.indexOf("|") < 0 && decoder.next()) {
                read.append(
                        decoder.message() instanceof CopyInData data
                                ? data.data().utf8()
                                : "|");
            }
        }
        return read.toString();
    }
}
