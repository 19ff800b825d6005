package io.github.pgtwo.codec;

import java.util.EnumMap;

/**
 * The bounds on what a decoder accepts from its peer. They act on announced lengths before memory is taken;
 * memory grows only with bytes that have arrived. Immutable.
 */
public final class ProtocolLimits {
    /** The bounds in force where nothing else is asked for. */
    public static final ProtocolLimits DEFAULT = new ProtocolLimits(new EnumMap<>(Limit.class));

    /** Arrays cannot be much larger, and hold more than one message. */
    private static final int MOST = 1 << 30;

    private final EnumMap<Limit, Integer> changed;

    private ProtocolLimits(EnumMap<Limit, Integer> changed) {
        this.changed = changed;
    }

    /** The bound of one thing. */
    public int get(Limit limit) {
        return changed.getOrDefault(limit, limit.standard());
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
        EnumMap<Limit, Integer> more = changed.clone();
        more.put(limit, bound);
        return new ProtocolLimits(more);
    }

    @Override
    public String toString() {
        return "ProtocolLimits" + changed;
    }
}
