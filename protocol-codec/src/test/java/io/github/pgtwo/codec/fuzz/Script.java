package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.ServerQuirk;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** A fuzzer's bytes, read from the front as choices; behind their end every choice is 0. */
final class Script {
    /** The largest limit that there is. */
    static final int LONGEST = 1 << 30;

    private static final int SMALL_LIMITS = 1;
    private static final int QUIRKS = 2;
    private static final int END = 4;
    private static final ProtocolLimits SMALL = ProtocolLimits.DEFAULT
            .with(Limit.MESSAGE, 40)
            .with(Limit.VALUE, 8)
            .with(Limit.COLUMNS, 3)
            .with(Limit.NAME, 6)
            .with(Limit.TEXT, 24)
            .with(Limit.LOGIN_TEXT, 12)
            .with(Limit.QUERY, 10)
            .with(Limit.STARTUP_PACKET, 300)
            .with(Limit.PASSWORD, 6)
            .with(Limit.COPY_DATA, 5)
            .with(Limit.OUT_OF_TURN, 20)
            .with(Limit.LOGIN_REQUESTS, 2)
            .with(Limit.LOGIN_NOTICES, 2)
            .with(Limit.ARGUMENTS, 2);

    private final byte[] input;
    private final int flags;
    private boolean longRows;
    private int at;

    Script(byte[] input) {
        this.input = input;
        flags = int8();
    }

    boolean smallLimits() {
        return (flags & SMALL_LIMITS) != 0;
    }

    /** The same with values and messages of any length, as where none is kept. */
    Script withLongRows() {
        longRows = true;
        return this;
    }

    ProtocolLimits limits() {
        ProtocolLimits limits = smallLimits() ? SMALL : ProtocolLimits.DEFAULT;
        return longRows ? limits.with(Limit.MESSAGE, LONGEST).with(Limit.VALUE, LONGEST) : limits;
    }

    Set<ServerQuirk> quirks() {
        return (flags & QUIRKS) != 0 ? EnumSet.allOf(ServerQuirk.class) : Set.of();
    }

    /** Whether the stream ends behind all bytes. */
    boolean ends() {
        return (flags & END) != 0;
    }

    boolean more() {
        return at < input.length;
    }

    int int8() {
        return more() ? input[at++] & 0xff : 0;
    }

    /** One of several. */
    <T> T oneOf(T[] choices) {
        return choices[int8() % choices.length];
    }

    byte[] bytes(int most) {
        int from = at;
        at = Math.min(at + most, input.length);
        return Arrays.copyOfRange(input, from, at);
    }

    byte[] rest() {
        return bytes(input.length);
    }

    /** Where to cut, the same each time for the same input. */
    Random cuts() {
        return new Random(Arrays.hashCode(input));
    }
}
