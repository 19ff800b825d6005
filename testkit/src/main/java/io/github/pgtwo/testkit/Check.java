package io.github.pgtwo.testkit;

import io.github.pgtwo.testkit.internal.Task;
import java.time.Duration;

/** One rule of a contract, to be run as a test of whatever framework. Immutable. */
public final class Check {

    /** What a check does. */
    @FunctionalInterface
    public interface Body {
        /** Tries the rule; throws an AssertionError if it is broken. */
        void run() throws Exception;
    }

    private final String name;
    private final Duration limit;
    private final Body body;

    /**
     * A rule.
     *
     * @param name in words
     * @param limit how long the body may take before it counts as a hang
     */
    public Check(String name, Duration limit, Body body) {
        this.name = name;
        this.limit = limit;
        this.body = body;
    }

    /** The rule in words, unique in its contract. */
    public String name() {
        return name;
    }

    /**
     * Tries the rule, within a limited time.
     *
     * @throws AssertionError if the rule is broken; says how, and where it hangs if it does
     */
    public void run() {
        try {
            Task.run(body::run).within(limit, "the check");
        } catch (AssertionError e) {
            throw new AssertionError(name + ": " + e.getMessage(), e);
        } catch (Exception e) {
            throw new AssertionError(name + ": unexpected " + e, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
