package io.github.pgtwo.peers.client;

import java.io.IOException;
import java.sql.SQLException;

/** Work on connections that are open already. */
interface Task extends AutoCloseable {
    /** Does so many of what the work counts in; returns something to check by. */
    long run(int count) throws Exception;

    @Override
    void close() throws IOException, SQLException;
}
