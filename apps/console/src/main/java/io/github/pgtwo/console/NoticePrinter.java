package io.github.pgtwo.console;

import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.event.ConnectionListener;
import java.io.PrintStream;

/** Shows notices between the results that they came with. */
final class NoticePrinter implements ConnectionListener {
    private final PrintStream out;
    private final PrintStream err;

    NoticePrinter(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void notice(ServerMessage notice) {
        out.flush();
        err.print(notice.raw() + "\n");
        err.flush();
    }
}
