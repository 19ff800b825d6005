package io.github.pgtwo.peers.client;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The ways in which a user of JDBC can ask for rows. */
final class JdbcReadings {
    private static final int ROWS_AT_ONCE = 1000;

    private JdbcReadings() {}

    /** As they come: the driver takes all of them first. */
    static long plain(Connection connection, String sql, Jdbc.Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reader.read(rows);
        }
    }

    /** By a cursor of SQL's. */
    static long cursor(Connection connection, String sql, Jdbc.Reader reader) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("declare peers cursor for " + sql);
            long sum = 0;
            boolean some = true;
            while (some) {
                try (ResultSet rows = statement.executeQuery("fetch " + ROWS_AT_ONCE + " from peers")) {
                    some = rows.isBeforeFirst();
                    sum += reader.read(rows);
                }
            }
            return sum;
        } finally {
            connection.commit();
        }
    }

    /** By a statement that the server has prepared, so that values can come in binary, and some rows at a time. */
    static long fetch(Connection connection, String sql, Jdbc.Reader reader) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        } finally {
            connection.commit();
        }
    }
}
