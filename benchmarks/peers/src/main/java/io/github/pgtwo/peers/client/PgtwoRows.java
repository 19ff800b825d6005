package io.github.pgtwo.peers.client;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import java.util.Objects;

/** pgtwo with an object for each row, which may be kept: what most programs will write. */
final class PgtwoRows implements Conversation {
    private final PgConnection connection;

    PgtwoRows(Place place) {
        connection = Pgtwo.builder(place).build().connect();
    }

    @Override
    public long rows(String sql) {
        long sum = 0;
        try (RowStream rows = connection.stream(sql)) {
            int columns = rows.columns().size();
            for (Row row : rows) {
                for (int i = 0; i < columns; i++) {
                    sum += Tables.isText(i) ? text(row, i) : row.getInt(i);
                }
            }
        }
        return sum;
    }

    private static long text(Row row, int column) {
        return Sums.of(Objects.requireNonNull(row.text(column)));
    }

    @Override
    public long column(String sql, int column) {
        long sum = 0;
        try (RowStream rows = connection.stream(sql)) {
            for (Row row : rows) {
                sum += text(row, column);
            }
        }
        return sum;
    }

    @Override
    public long ping(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += connection.query("SELECT 1").rows().get(0).getInt(0);
        }
        return sum;
    }

    @Override
    public void close() {
        connection.close();
    }
}
