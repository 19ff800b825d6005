package io.github.pgtwo.peers;

import java.util.Locale;

/** How times are shown. */
enum Unit {
    /** Of the whole work. */
    SECONDS(" s", 1e9, false, 3),
    /** Of each. */
    SECONDS_EACH(" s", 1e9, true, 3),
    /** Of each. */
    MICROS(" us", 1e3, true, 1),
    /** Of each. */
    NANOS(" ns", 1, true, 0);

    private final String name;
    private final double nanos;
    private final boolean each;
    private final int digits;

    Unit(String name, double nanos, boolean each, int digits) {
        this.name = name;
        this.nanos = nanos;
        this.each = each;
        this.digits = digits;
    }

    String show(double time, long count) {
        return String.format(Locale.ROOT, "%." + digits + "f", time / nanos / (each ? count : 1)) + name;
    }
}
