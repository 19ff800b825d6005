package io.github.pgtwo.peers.client;

import io.github.pgtwo.auth.Md5Auth;
import io.github.pgtwo.client.CopyIn;
import io.github.pgtwo.client.CopyOut;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Pipeline;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.transport.tcp.TcpTransport;
import java.util.Objects;

/** pgtwo, by its public interface. */
final class Pgtwo implements Conversation {
    private final PgConnection connection;

    private Pgtwo(PgConnection connection) {
        this.connection = connection;
    }

    static Client client(Place place) {
        return client(builder(place).build());
    }

    static Client client(PgClient client) {
        return () -> new Pgtwo(client.connect());
    }

    static PgClientBuilder builder(Place place) {
        return PgClient.builder()
                .endpoint(Endpoint.tcp(place.host(), place.port()))
                .transport(new TcpTransport())
                .authProvider(new Md5Auth())
                .user(Place.USER)
                .password(Place.USER::toCharArray)
                .database(Place.DATABASE);
    }

    /** Where it lies: a String would cost more than the rest of the row. */
    private static int number(Row row, int column) {
        Bytes value = Objects.requireNonNull(row.value(column));
        boolean negative = value.at(0) == '-';
        int number = 0;
        for (int at = negative ? 1 : 0; at < value.length(); at++) {
            number = 10 * number + value.at(at) - '0';
        }
        return negative ? -number : number;
    }

    private static String text(Row row, int column) {
        return Objects.requireNonNull(row.text(column));
    }

    @Override
    public long rows(String sql) {
        long sum = 0;
        try (RowStream rows = connection.stream(sql)) {
            int columns = rows.columns().size();
            for (Row row : rows) {
                for (int i = 0; i < columns; i++) {
                    sum += Tables.isText(i) ? Sums.of(text(row, i)) : number(row, i);
                }
            }
        }
        return sum;
    }

    @Override
    public long column(String sql, int column) {
        long sum = 0;
        try (RowStream rows = connection.stream(sql)) {
            for (Row row : rows) {
                sum += Sums.of(text(row, column));
            }
        }
        return sum;
    }

    @Override
    public long copyOut(String sql) throws Exception {
        try (CopyOut out = connection.copyOut(sql);
                Counter counter = new Counter()) {
            out.writeTo(counter);
            return counter.bytes();
        }
    }

    @Override
    public long copyIn(String sql, byte[] chunk, int times) {
        try (CopyIn in = connection.copyIn(sql)) {
            for (int i = 0; i < times; i++) {
                in.write(chunk, 0, chunk.length);
            }
            return in.complete().orElseThrow();
        }
    }

    @Override
    public long ping(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += number(connection.query("SELECT 1").rows().get(0), 0);
        }
        return sum;
    }

    @Override
    public long pipeline(int times, int depth) {
        long sum = 0;
        try (Pipeline pipeline = connection.pipeline()) {
            for (int sent = 0; sent < times; sent += depth) {
                for (int i = 0; i < depth; i++) {
                    pipeline.send("SELECT 1");
                }
                for (int i = 0; i < depth; i++) {
                    sum += number(pipeline.next().rows().get(0), 0);
                }
            }
        }
        return sum;
    }

    @Override
    public long text(String sql) {
        long length = 0;
        try (RowStream rows = connection.stream(sql)) {
            for (Row row : rows) {
                length += text(row, 0).length();
            }
        }
        return length;
    }

    @Override
    public void run(String sql) {
        connection.query(sql);
    }

    @Override
    public void close() {
        connection.close();
    }
}
