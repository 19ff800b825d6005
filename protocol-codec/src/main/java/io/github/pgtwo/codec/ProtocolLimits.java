package io.github.pgtwo.codec;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The bounds on what a decoder accepts from its peer. They act on announced lengths before memory is taken;
 * memory grows only with bytes that have arrived. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // asked for with every message, which no map answers without an object
public final class ProtocolLimits {
    /** The bounds in force where nothing else is asked for. */
    public static final ProtocolLimits DEFAULT = new ProtocolLimits(standard());

    /** Arrays cannot be much larger, and hold more than one message. */
    private static final int MOST = 1 << 30;

    private final int[] bounds;

    /** Takes over the array, which has the bounds in the order of {@link Limit}. */
    private ProtocolLimits(int[] bounds) {
        this.bounds = bounds;
    }

    private static int[] standard() {
        Limit[] limits = Limit.values();
        int[] bounds = new int[limits.length];
        for (int i = 0; i < limits.length; i++) {
            bounds[i] = limits[i].standard();
        }
        return bounds;
    }

    /** The bound of one thing. */
    public int get(Limit limit) {
        return bounds[limit.ordinal()];
    }

    /**
     * The same but for one bound.
     *
     * @param bound 1 to 2<sup>30</sup>
     * @throws IllegalArgumentException if it is not within that range
     */
    public ProtocolLimits with(Limit limit, int bound) {
        if (bound < 1 || bound > MOST) {
            throw new IllegalArgumentException("a limit of " + bound + " for " + limit + " is not within 1 to " + MOST);
        }
        int[] changed = bounds.clone();
        changed[limit.ordinal()] = bound;
        return new ProtocolLimits(changed);
    }

    @Override
    public String toString() {
        return Arrays.stream(Limit.values())
                .filter(limit -> get(limit) != limit.standard())
                .map(limit -> limit + "=" + get(limit))
                .collect(Collectors.joining(", ", "ProtocolLimits{", "}"));
    }
}
