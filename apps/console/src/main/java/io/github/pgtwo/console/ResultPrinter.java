package io.github.pgtwo.console;

import io.github.pgtwo.client.Results;
import java.io.PrintStream;

/** Prints the rows of one result. */
interface ResultPrinter {
    /** Takes all rows of the current result. */
    void print(Results results);

    /** The one that the options ask for. */
    static ResultPrinter of(Options options, PrintStream out) {
        boolean bare = options.has(Flag.TUPLES_ONLY);
        return options.has(Flag.NO_ALIGN)
                ? new UnalignedPrinter(out, options.separator(), bare)
                : new AlignedPrinter(out, bare);
    }

    /** What stands below a table. */
    static String footer(long rows) {
        return rows == 1 ? "(1 row)\n" : "(" + rows + " rows)\n";
    }
}
