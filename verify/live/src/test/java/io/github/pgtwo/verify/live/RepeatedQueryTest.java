package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.RepeatedQuery;
import io.github.pgtwo.codec.backend.RowVisitor;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the fast forms leave behind for the collector. */
class RepeatedQueryTest {
    private static final int TIMES = 20_000;

    private long sum;

    @Test
    void aRunAllocatesLittle() {
        try (PgConnection connection = connect()) {
            RepeatedQuery query = connection.repeated("SELECT 1");
            RowVisitor visitor = row -> sum += row.array()[row.offset(0)] - '0';
            allocated(query, visitor);
            assertThat(allocated(query, visitor) / TIMES).isLessThanOrEqualTo(100);
        }
        assertThat(sum).isEqualTo(2 * TIMES);
    }

    private static long allocated(RepeatedQuery query, RowVisitor visitor) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < TIMES; i++) {
            query.run(visitor);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aValueOf200MegabytesIsNeverHeld() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (PgConnection connection = connect()) {
            long before = threads.getCurrentThreadAllocatedBytes();
            assertThat(connection.transferValue(
                            "select repeat('0123456789', 20000000)", OutputStream.nullOutputStream()))
                    .isEqualTo(200_000_000);
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 << 20);
        }
    }

    /** To wait for the end of these answers would take minutes. */
    @Test
    @Timeout(30)
    void whatNobodyWantsAnyMoreIsCancelled() throws IOException {
        try (PgConnection connection = connect()) {
            RepeatedQuery query = connection.repeated("SELECT generate_series(1, 1000000000)");
            assertThatThrownBy(() -> query.run(row -> {
                        throw new IllegalStateException("enough");
                    }))
                    .hasMessage("enough");
            assertThat(connection.query("SELECT 1").rows()).hasSize(1);
            OutputStream closed = OutputStream.nullOutputStream();
            closed.close();
            assertThatThrownBy(() -> connection.transferValue(
                            "SELECT repeat('0123456789', 10000000) FROM generate_series(1, 10000)", closed))
                    .isInstanceOf(IOException.class);
            assertThat(connection.query("SELECT 1").rows()).hasSize(1);
        }
    }

    private static PgConnection connect() {
        return ServerContract.clientAt(ServerContract.tcp(Servers.thirteen()))
                .build()
                .connect();
    }
}
