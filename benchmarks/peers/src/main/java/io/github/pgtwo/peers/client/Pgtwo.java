package io.github.pgtwo.peers.client;

import io.github.pgtwo.auth.Md5Auth;
import io.github.pgtwo.client.CopyIn;
import io.github.pgtwo.client.CopyOut;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Pipeline;
import io.github.pgtwo.client.RepeatedQuery;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.RowStream;
import io.github.pgtwo.client.type.Integers;
import io.github.pgtwo.codec.backend.RowView;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.transport.tcp.TcpTransport;
import java.io.IOException;
import java.io.OutputStream;
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

    private static String text(Row row, int column) {
        return Objects.requireNonNull(row.text(column));
    }

    @Override
    public long rows(String sql) {
        AllColumns columns = columns();
        connection.repeated(sql).run(columns);
        return columns.sum();
    }

    private static AllColumns columns() {
        return new AllColumns() {
            @Override
            long number(RowView row, int column) {
                return row.read(column, Integers.TEXT);
            }
        };
    }

    @Override
    public long column(String sql, int column) {
        OneColumn one = new OneColumn(column);
        connection.repeated(sql).run(one);
        return one.sum();
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
        RepeatedQuery query = connection.repeated("SELECT 1");
        AllColumns columns = columns();
        for (int i = 0; i < times; i++) {
            query.run(columns);
        }
        return columns.sum();
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
                    sum += pipeline.next().rows().get(0).getInt(0);
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
    public long streamed(String sql) throws IOException {
        return connection.transferValue(sql, OutputStream.nullOutputStream());
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
