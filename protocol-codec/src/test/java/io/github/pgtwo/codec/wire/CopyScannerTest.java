package io.github.pgtwo.codec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.backend.BackendDecoder.Expected;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.memory.ByteSearch;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyScannerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1\tone\n2\t\\N\n",
                "\\N\n\\N\n",
                "a\\.b\n\\.x\n",
                "x\\\n.\n",
                "\n\n",
                "1\ttrunc\n\n",
                "\\.\r\n",
                "no newline \\",
                "\\\\.\n"
            })
    void dataAndMarkerInAllPieces(String data) throws RemoteProtocolException {
        byte[] wire =
                (data + (data.isEmpty() || data.endsWith("\n") ? "" : "\n") + "\\.\n").getBytes(StandardCharsets.UTF_8);
        String expected = new String(wire, 0, wire.length - 3, StandardCharsets.UTF_8);
        for (int piece = 1; piece <= wire.length; piece++) {
            assertThat(read(wire, piece, Set.of())).isEqualTo(expected + "|done");
            assertThat(read(wire, piece, Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT)))
                    .isEqualTo(expected + "|done");
        }
    }

    private static String read(byte[] wire, int piece, Set<ServerQuirk> quirks) {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT, quirks);
        decoder.expect(Expected.COPY_DATA);
        StringBuilder read = new StringBuilder();
        for (int at = 0; at < wire.length; at += piece) {
            decoder.received(wire, at, Math.min(piece, wire.length - at));
            while (decoder.next()) {
                read.append(show(decoder.message()));
            }
        }
        return read.toString();
    }

    private static String show(BackendMessage message) {
        if (message instanceof CopyOutData data) {
            return data.data().utf8();
        }
        if (message instanceof ErrorResponse error) {
            return "|" + error.text().utf8();
        }
        return "|" + (message instanceof NoticeResponse notice ? notice.text().utf8() : "done");
    }

    @Test
    void anErrorBetweenLinesWhereTheServerDoesThat() {
        byte[] wire = "Eve\t1\nEERROR\nEERROR:  out of luck\n\0".getBytes(StandardCharsets.UTF_8);
        for (int piece = 1; piece <= wire.length; piece++) {
            assertThat(read(wire, piece, Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT)))
                    .isEqualTo("Eve\t1\nEERROR\n|ERROR:  out of luck\n");
        }
    }

    @Test
    void aNoticeBetweenLinesDoesNotEndTheData() {
        byte[] wire = "NNOT\nNNOTICE:  a\n\0NNOTICE:  b\n\0Nina\n\\.\n".getBytes(StandardCharsets.UTF_8);
        for (int piece = 1; piece <= wire.length; piece++) {
            assertThat(read(wire, piece, Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT)))
                    .isEqualTo("NNOT\n|NOTICE:  a\n|NOTICE:  b\nNina\n|done");
        }
    }

    @Test
    void whatReadsLikeAnErrorInTheMiddleOfALineIsData() {
        byte[] wire = "aEERROR:  x\n\\.\n".getBytes(StandardCharsets.UTF_8);
        for (int piece = 1; piece <= wire.length; piece++) {
            assertThat(read(wire, piece, Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT)))
                    .isEqualTo("aEERROR:  x\n|done");
        }
    }

    @Test
    void aNullAtTheBeginningOfALineIsNoReasonToCut() {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        decoder.expect(Expected.COPY_DATA);
        byte[] wire = "1\n\\N\n\\.x\n".getBytes(StandardCharsets.UTF_8);
        decoder.received(wire, 0, wire.length);
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.buffered()).isZero();
    }

    @Test
    void randomDataOfFewLetters() {
        Random random = new Random(3);
        byte[] letters = {'\\', '.', '\n', 'a', 'E'};
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append((char) letters[random.nextInt(letters.length)]);
            }
            String data = ("\n" + text + "\n").replace("\n\\.\n", "\n\\,\n").replace("\n\\.\n", "\n\\,\n");
            byte[] wire = (data + "\\.\n").getBytes(StandardCharsets.UTF_8);
            assertThat(read(wire, 1 + random.nextInt(wire.length), Set.of())).isEqualTo(data + "|done");
        }
    }

    @Test
    void aByteIsFoundWhereverItIs() {
        for (int length = 0; length < 40; length++) {
            byte[] array = new byte[length + 3];
            for (int at = 0; at < length; at++) {
                array[at] = (byte) 0x80;
                assertThat(ByteSearch.indexOf(array, 0, length, 0x80)).isEqualTo(at);
                assertThat(ByteSearch.indexOf(array, at + 1, length, 0x80)).isEqualTo(length);
                array[at] = (byte) (at % 2 == 0 ? 0x81 : 0x7f);
            }
        }
    }
}
