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
    private static final RowFormat<Integer> ROW = new RowFormat<>("Row", 'D', 4, (image, ends) -> ends.length);

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

    private static long work(Layout<?> layout, byte[] wire, int piece) {
        FrameDecoder<Object> decoder = new FrameDecoder<>(ProtocolLimits.DEFAULT, tag -> layout);
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

    @Test
    void bytesAreMovedOnlyIfHalfOfTheStoreIsConsumed() {
        Inbound inbound = new Inbound();
        int size = inbound.array().length;
        inbound.append(new byte[size], 0, size);
        inbound.consume(size / 2);
        inbound.append(new byte[size / 2], 0, size / 2);
        assertThat(inbound.array()).hasSize(size);
        inbound.consume(size / 2 - 1);
        inbound.append(new byte[1], 0, 1);
        assertThat(inbound.array()).hasSizeGreaterThan(size);
    }

    @Test
    void aSourceThatFillsTheRoomIsOfferedMore() {
        Inbound inbound = new Inbound();
        int first = room(inbound, 1);
        assertThat(room(inbound, 1)).isEqualTo(first);
        assertThat(room(inbound, Integer.MAX_VALUE)).isEqualTo(first);
        assertThat(room(inbound, Integer.MAX_VALUE)).isEqualTo(2 * first);
        for (int i = 0; i < 5; i++) {
            assertThat(room(inbound, Integer.MAX_VALUE)).isLessThanOrEqualTo(65_536);
        }
        assertThat(room(inbound, -1)).isEqualTo(65_536);
    }

    /** How much a source was asked for, which then gave so much and had it consumed. */
    private static int room(Inbound inbound, int most) {
        int[] room = new int[1];
        int count = inbound.fillFrom((into, offset, length) -> {
            room[0] = length;
            return Math.min(most, length);
        });
        assertThat(inbound.length()).isEqualTo(Math.max(count, 0));
        inbound.consume(inbound.length());
        return room[0];
    }

    @Test
    void whatASourceGivesWaitsInItsOrder() {
        Inbound inbound = new Inbound();
        for (int i = 0; i < 30_000; i++) {
            byte next = (byte) i;
            assertThat(inbound.fillFrom((into, offset, length) -> {
                        into[offset] = next;
                        return 1;
                    }))
                    .isEqualTo(1);
        }
        assertThat(inbound.length()).isEqualTo(30_000);
        for (int i = 0; i < 30_000; i += 7) {
            assertThat(inbound.array()[inbound.start() + i]).isEqualTo((byte) i);
        }
    }
}
