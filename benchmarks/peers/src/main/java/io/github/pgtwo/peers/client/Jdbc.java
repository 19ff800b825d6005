package io.github.pgtwo.peers.client;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Either driver of PostgreSQL for JDBC; which, is up to the class path. */
final class Jdbc implements Conversation {
    private final Connection connection;
    private final Reading reading;

    private Jdbc(Connection connection, Reading reading) {
        this.connection = connection;
        this.reading = reading;
    }

    /** How rows are asked for. */
    @FunctionalInterface
    interface Reading {
        /** Shows all rows of a query to a reader, which returns a sum over them. */
        long read(Connection connection, String sql, Reader reader) throws SQLException;
    }

    /** Reads rows up to the end. */
    @FunctionalInterface
    interface Reader {
        long read(ResultSet rows) throws SQLException;
    }

    static Client client(Place place, String parameters, Reading reading) {
        String url = "jdbc:postgresql://" + place.host() + ":" + place.port() + "/" + Place.DATABASE + "?user="
                + Place.USER + "&password=" + Place.USER + parameters;
        return () -> new Jdbc(DriverManager.getConnection(url), reading);
    }

    @Override
    public long rows(String sql) throws SQLException {
        return reading.read(connection, sql, Jdbc::all);
    }

    private static long all(ResultSet rows) throws SQLException {
        long sum = 0;
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int i = 0; i < columns; i++) {
                sum += Tables.isText(i) ? Sums.of(rows.getString(i + 1)) : rows.getInt(i + 1);
            }
        }
        return sum;
    }

    @Override
    public long column(String sql, int column) throws SQLException {
        return reading.read(connection, sql, rows -> {
            long sum = 0;
            while (rows.next()) {
                sum += Sums.of(rows.getString(column + 1));
            }
            return sum;
        });
    }

    @Override
    public long copyOut(String sql) throws Exception {
        try (Counter counter = new Counter()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, counter);
            return counter.bytes();
        }
    }

    @Override
    public long ping(int times) throws SQLException {
        long sum = 0;
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < times; i++) {
                try (ResultSet rows = statement.executeQuery("SELECT 1")) {
                    rows.next();
                    sum += rows.getInt(1);
                }
            }
        }
        return sum;
    }

    @Override
    public long text(String sql) throws SQLException {
        return reading.read(connection, sql, rows -> {
            rows.next();
            return rows.getString(1).length();
        });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
