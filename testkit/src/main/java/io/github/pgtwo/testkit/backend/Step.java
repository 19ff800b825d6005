package io.github.pgtwo.testkit.backend;

import java.io.IOException;

/**
 * One step of a script.
 *
 * @param what is waited for, for the report of a failure
 */
record Step(String what, Kind kind, Action action) {

    /** What a step has to do with the client. */
    enum Kind {
        LISTENS,
        SPEAKS,
        /** Only says how later steps go. */
        SETS
    }

    /** What is done. */
    interface Action {
        void run(Talk talk) throws IOException, InterruptedException;
    }
}
