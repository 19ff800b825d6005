package io.github.pgtwo.testkit.transport;

import java.time.Duration;

/** One rule of a contract. Immutable. */
public final class Check {

    /** What a check does. */
    interface Body {
        void run() throws Exception;
    }

    private final String name;
    private final Duration limit;
    private final Body body;

    Check(String name, Duration limit, Body body) {
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
            Task.run(body).within(limit, "the check");
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
