package io.github.pgtwo.peers.client;

import java.io.IOException;
import java.sql.SQLException;

/** What holds connections until it is closed. */
interface Open extends AutoCloseable {
    @Override
    void close() throws IOException, SQLException;
}
