package io.github.pgtwo.codec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What framing costs: each byte is looked at once and memory follows what arrived. */
class FramingCostTest {
    private static final Format<Bytes> TEXT =
            new Format<>("Text", 'E', in -> in.string("text", 1 << 20), FrameReader::string);
    private static final Format<Integer> ROW = new Format<>("Row", 'D', in -> in.row(4), in -> in.ends().length);

    @Test
    void eachByteIsLookedAtOnceWhateverThePieces() {
        byte[] text = new byte[100_000];
        Arrays.fill(text, (byte) 'x');
        text[text.length - 1] = 0;
        for (int piece : new int[] {1, 7, 100, 100_000}) {
            assertThat(work(TEXT, text, piece)).isEqualTo(text.length);
        }
        // of a row only tag, bitmap and lengths; its values are passed over
        byte[] row = row(50, 997);
        for (int piece : new int[] {1, 7, 100, 100_000}) {
            assertThat(work(ROW, row, piece)).isEqualTo(1 + 7 + 50 * 4);
        }
    }

    private static byte[] row(int columns, int length) {
        int bitmap = (columns + 7) / 8;
        byte[] row = new byte[1 + bitmap + columns * (4 + length)];
        Arrays.fill(row, 1, 1 + bitmap, (byte) 0xff);
        for (int i = 0; i < columns; i++) {
            int at = 1 + bitmap + i * (4 + length);
            row[at + 2] = (byte) ((length + 4) >> 8);
            row[at + 3] = (byte) (length + 4);
        }
        return row;
    }

    private static long work(Format<?> format, byte[] wire, int piece) {
        FrameDecoder<Object> decoder = new FrameDecoder<>(ProtocolLimits.DEFAULT, tag -> format);
        decoder.scanner().rows().columns(50);
        int at = 0;
        while (!decoder.next()) {
            int length = Math.min(piece, wire.length - at);
            decoder.inbound().append(wire, at, length);
            at += length;
        }
        return decoder.scanner().work();
    }

    @Test
    void anAnnouncedLengthTakesNoMemory() {
        FrameDecoder<Object> decoder = new FrameDecoder<>(ProtocolLimits.DEFAULT, tag -> ROW);
        decoder.scanner().rows().columns(1);
        decoder.inbound().append(new byte[] {'D', (byte) 0x80, 0x0f, (byte) 0xff, 0, 0}, 0, 6);
        assertThat(decoder.next()).isFalse();
        assertThat(decoder.inbound().array().length).isLessThan(100_000);
    }

    @Test
    void theStoreFollowsWhatArrivedAndShrinksAgain() throws RemoteProtocolException {
        Inbound inbound = new Inbound();
        byte[] piece = new byte[10_000];
        for (int i = 0; i < 500; i++) {
            inbound.append(piece, 0, piece.length);
            assertThat(inbound.array().length).isLessThanOrEqualTo(Math.max(8192, 2 * inbound.length()));
        }
        inbound.consume(inbound.length());
        inbound.append(piece, 0, 1);
        assertThat(inbound.array().length).isLessThanOrEqualTo(65_536);
        assertThat(inbound.consumed()).isEqualTo(5_000_000);
    }
}
