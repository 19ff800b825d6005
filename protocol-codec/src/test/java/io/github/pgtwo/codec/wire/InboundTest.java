package io.github.pgtwo.codec.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InboundTest {
    private static final int STORE = 64 << 10;

    private final Inbound inbound = new Inbound();
    private int room;
    private byte next;
    private byte expected;

    private void receive(int most) {
        inbound.fillFrom((into, offset, length) -> {
            room = length;
            int count = Math.min(most, length);
            for (int i = 0; i < count; i++) {
                into[offset + i] = next++;
            }
            return count;
        });
    }

    private void consume(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(inbound.array()[inbound.start() + i]).isEqualTo(expected++);
        }
        inbound.consume(count);
    }

    private void growToFullSize() {
        while (room < STORE) {
            receive(STORE);
            consume(inbound.length());
        }
    }

    @Test
    void behindAPieceThatLeftLittleRoomTheNextReadIsALargeOneAgain() {
        growToFullSize();
        receive(STORE - 2000);
        consume(STORE - 2100);
        receive(STORE);
        assertThat(room).isEqualTo(STORE - 100);
        consume(inbound.length());
    }

    @Test
    void neverIsMoreMovedThanWasConsumed() {
        growToFullSize();
        receive(STORE - 2000);
        consume(10_000);
        receive(100);
        assertThat(room).isEqualTo(2000);
        consume(inbound.length());
    }
}
