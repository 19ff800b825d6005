package io.github.pgtwo.peers.client;

import java.io.IOException;
import java.sql.SQLException;

/** Work on connections that are open already. */
interface Task extends Open {
    /** Does so many of what the work counts in; returns something to check by. */
    long run(int count) throws Exception;

    /** Closes what runs have left open. */
    default void clear() throws IOException, SQLException {
        // most leave nothing
    }
}
