package io.github.pgtwo.codec.backend;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The visitor sees what the records hold, and the messages between the rows stay what they are. */
class RowVisitorTest {
    private static final String ANSWER =
            "50 626c616e6b00 54 0002 6100 00000017 0004 ffffffff 6200 00000019 ffff ffffffff"
                    + "44 c0 00000005 37 00000006 6869 4e 6e6f7465 00 44 40 00000004 42 80 00000001 01"
                    + "43 53454c45435400 43 00 5a 41 00000001 6100";

    @Test
    void rowsAndMessagesInAllPieces() {
        byte[] wire = hex(ANSWER);
        for (int piece = 1; piece <= wire.length; piece++) {
            BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
            List<Object> seen = new ArrayList<>();
            for (int at = 0; at < wire.length; at += piece) {
                decoder.received(wire, at, Math.min(piece, wire.length - at));
                while (decoder.next(row -> seen.add(show(row)))) {
                    seen.add(decoder.message().kind());
                }
            }
            assertThat(seen)
                    .as("pieces of %d", piece)
                    .containsExactly(
                            BackendKind.CURSOR_RESPONSE,
                            BackendKind.ROW_DESCRIPTION,
                            "7, hi",
                            BackendKind.NOTICE_RESPONSE,
                            "NULL, ",
                            "binary 01, NULL",
                            BackendKind.COMPLETED_RESPONSE,
                            BackendKind.COMPLETED_RESPONSE,
                            BackendKind.READY_FOR_QUERY,
                            BackendKind.NOTIFICATION_RESPONSE);
        }
    }

    private static String show(RowView row) {
        if (row.binary()) {
            return "binary " + row.value(0) + ", " + (row.isNull(1) ? "NULL" : row.value(1));
        }
        return text(row, 0) + ", " + text(row, 1);
    }

    private static String text(RowView row, int column) {
        return row.isNull(column) ? "NULL" : row.text(column, StandardCharsets.UTF_8);
    }

    /** The one that failed is shown again, wherever in a piece it lies; it can be made an object, too. */
    @Test
    void aVisitorThatFailsLeavesTheRowWhereItIs() {
        byte[] wire = hex(ANSWER.replace("44 40 00000004", "44 40 00000004 44 80 00000005 38"));
        for (int piece = 1; piece <= wire.length; piece++) {
            BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
            List<Object> seen = new ArrayList<>();
            for (int at = 0; at < wire.length; at += piece) {
                decoder.received(wire, at, Math.min(piece, wire.length - at));
                takeAll(decoder, seen);
            }
            assertThat(seen)
                    .as("pieces of %d", piece)
                    .containsExactly(
                            "7, hi",
                            "7, hi",
                            "NULL, ",
                            "NULL, ",
                            "8, NULL",
                            "8, NULL",
                            "binary 01, NULL",
                            BackendKind.BINARY_ROW);
        }
    }

    private static void takeAll(BackendDecoder decoder, List<Object> seen) {
        boolean more = true;
        while (more) {
            try {
                more = decoder.next(row -> {
                    seen.add(show(row));
                    if (seen.size() % 2 == 1) {
                        throw new IllegalStateException("not now");
                    }
                });
            } catch (IllegalStateException e) {
                if (seen.size() == 7) {
                    assertThat(decoder.next()).isTrue();
                    seen.add(decoder.message().kind());
                }
            }
        }
    }

    @Test
    void aViewHoldsNoStoreBehindItsCall() {
        List<RowView> kept = new ArrayList<>();
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        byte[] wire = hex(ANSWER);
        decoder.received(wire, 0, wire.length);
        assertThatThrownBy(() -> takeAll(decoder, row -> {
                    kept.add(row);
                    throw new IllegalStateException("not now");
                }))
                .hasMessage("not now");
        assertThat(kept.get(0).array().length).isZero();
        takeAll(decoder, kept::add);
        assertThat(kept).hasSize(4);
        assertThat(kept.get(3).array().length).isZero();
    }

    private static void takeAll(BackendDecoder decoder, RowVisitor visitor) {
        while (decoder.next(visitor)) {
            // messages do not matter
        }
    }

    @Test
    void aViewTellsWhereItsValuesAreAndCanBeKept() {
        AsciiRow record = AsciiRow.of(List.of(Optional.of(Bytes.utf8("ab")), Optional.empty()));
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        byte[] description = hex("54 0002 00 00000017 0004 ffffffff 00 00000017 0004 ffffffff");
        decoder.received(description, 0, description.length);
        decoder.received(record.encode().toByteArray(), 0, record.wireLength());
        List<RowData> kept = new ArrayList<>();
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.next(row -> {
                    assertThat(row.columns()).isEqualTo(2);
                    assertThat(row.length(0)).isEqualTo(2);
                    assertThat(row.array()[row.offset(0) + 1]).isEqualTo((byte) 'b');
                    assertThat(row.read(0, (from, at, length) -> 100 * length + from[at]))
                            .isEqualTo(200 + 'a');
                    assertThatThrownBy(() -> row.read(1, (from, at, length) -> 0))
                            .isInstanceOf(IllegalArgumentException.class);
                    assertThatThrownBy(() -> row.value(1))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("column 1 is NULL");
                    assertThatThrownBy(() -> row.text(1, StandardCharsets.UTF_8))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessage("column 1 is NULL");
                    assertThatThrownBy(() -> row.isNull(2)).isInstanceOf(IndexOutOfBoundsException.class);
                    kept.add(row.toData());
                }))
                .isFalse();
        assertThat(kept).containsExactly(record.data());
    }
}
