package io.github.pgtwo.benchmarks;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One message as bytes; with {@code -prof gc}, what that allocates. The floor fills an array by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Benchmark)
public class EncodeBenchmark {
    /** The messages. */
    public enum Kind {
        /** A short statement. */
        QUERY,
        /** 64 KiB of copy data. */
        COPY_DATA,
        /** A packet of integers. */
        CANCEL_REQUEST,
        /** A packet of texts in fields of fixed size. */
        STARTUP_PACKET
    }

    /** Which message. */
    @Param
    private Kind kind = Kind.QUERY;

    private final WireWriter writer = new WireWriter(128 << 10);
    private final byte[] text = "select name, price from articles where id = 4711".getBytes(StandardCharsets.US_ASCII);
    private final byte[] name = "postgres".getBytes(StandardCharsets.US_ASCII);
    private final byte[] data = CopyStreams.of("12345\tsome text of a row\n", 64 << 10);
    private FrontendMessage message = new CancelRequest(0, 0);

    /** Makes the message. */
    @Setup
    public void makeMessage() {
        message = switch (kind) {
            case QUERY -> new Query(Bytes.wrap(text));
            case COPY_DATA -> new CopyInData(Bytes.wrap(data));
            case CANCEL_REQUEST -> new CancelRequest(4711, 42);
            case STARTUP_PACKET -> new StartupPacket(Bytes.wrap(name), Bytes.wrap(name), Bytes.EMPTY);
        };
    }

    /** By hand. */
    @Benchmark
    public byte[] floorFill() {
        return switch (kind) {
            case QUERY -> Fills.query(text);
            case COPY_DATA -> data.clone();
            case CANCEL_REQUEST -> Fills.cancelRequest(4711, 42);
            case STARTUP_PACKET -> Fills.startupPacket(name, name);
        };
    }

    /** Into an array of its own. */
    @Benchmark
    public Bytes encode() {
        return message.encode();
    }

    /** Into the writer of a connection, which is then emptied. */
    @Benchmark
    public int write() {
        message.write(writer);
        int length = writer.length();
        writer.drainTo((from, offset, count) -> {});
        return length;
    }
}
