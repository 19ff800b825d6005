package io.github.pgtwo.console.demo;

import io.github.pgtwo.embedded.EmbeddedServer;
import java.io.PrintStream;
import java.util.List;

/** Starts a server, takes the walk once for each transport, and tells how it went. */
public final class Demo {
    private final PrintStream out;
    private final List<Step> steps;
    private int held;
    private int failed;

    Demo(PrintStream out, List<Step> steps) {
        this.out = out;
        this.steps = steps;
    }

    /** Whether every step held. */
    public static boolean run(PrintStream out) {
        return new Demo(out, Walk.steps()).run();
    }

    boolean run() {
        tell("Starting a PostgreSQL server of its own ...");
        try (EmbeddedServer server = EmbeddedServer.start()) {
            walk("Over TCP", Site.tcp(server));
            walk("Over the Unix socket", Site.unix(server));
        }
        tell("");
        tell(failed == 0 ? "All " + held + " steps held." : "FAILED: " + failed + " of " + (held + failed) + " steps.");
        return failed == 0;
    }

    private void walk(String title, Site site) {
        tell("");
        tell(title + ", " + site.endpoint());
        steps.forEach(step -> take(step, site));
    }

    private void take(Step step, Site site) {
        try {
            String answer = step.action().run(site);
            held++;
            tell("  ok      " + step.asked());
            tell("          " + answer);
        } catch (Exception e) {
            failed++;
            tell("  FAILED  " + step.asked());
            tell("          " + e);
        }
    }

    private void tell(String line) {
        out.print(line + "\n");
        out.flush();
    }
}
