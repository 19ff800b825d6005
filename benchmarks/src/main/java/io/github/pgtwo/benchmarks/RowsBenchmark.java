package io.github.pgtwo.benchmarks;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.backend.RowData;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** 500,000 rows of ten columns, time a row; what begins with "floor" is the loop by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(RowsBenchmark.ROWS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
public class RowsBenchmark {
    static final int ROWS = 500_000;
    private static final int CHUNK = 64 << 10;

    private byte[] stream = {};

    /** Makes the bytes. */
    @Setup
    public void makeStream() {
        stream = RowStreams.of(ROWS);
    }

    /** Skips lengths. */
    @Benchmark
    public int floorWalk() {
        return Floors.walk(stream, RowStreams.rowsBegin());
    }

    /** Shows each row to a visitor. */
    @Benchmark
    public void visitor(Blackhole hole) {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        for (int at = 0; at < stream.length; at += CHUNK) {
            decoder.received(Bytes.wrap(stream, at, Math.min(at + CHUNK, stream.length)));
            while (decoder.next(row -> hole.consume(row.columns()))) {
                hole.consume(decoder.message());
            }
        }
    }

    /** Copies each row. */
    @Benchmark
    public void floorRecords(Blackhole hole) {
        Floors.records(stream, RowStreams.rowsBegin(), 0, hole);
    }

    /** Makes a record of each row. */
    @Benchmark
    public void records(Blackhole hole) {
        readRecords(0, hole);
    }

    /** Copies each row and reads one column. */
    @Benchmark
    public void floorOneString(Blackhole hole) {
        Floors.records(stream, RowStreams.rowsBegin(), 1, hole);
    }

    /** Makes a record of each row and reads one column. */
    @Benchmark
    public void oneString(Blackhole hole) {
        readRecords(1, hole);
    }

    /** Copies each row and reads all columns. */
    @Benchmark
    public void floorAllStrings(Blackhole hole) {
        Floors.records(stream, RowStreams.rowsBegin(), RowStreams.COLUMNS, hole);
    }

    /** Makes a record of each row and reads all columns. */
    @Benchmark
    public void allStrings(Blackhole hole) {
        readRecords(RowStreams.COLUMNS, hole);
    }

    private void readRecords(int columnsRead, Blackhole hole) {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        for (int at = 0; at < stream.length; at += CHUNK) {
            decoder.received(Bytes.wrap(stream, at, Math.min(at + CHUNK, stream.length)));
            while (decoder.next()) {
                if (decoder.message() instanceof AsciiRow row) {
                    hole.consume(row);
                    read(row.data(), columnsRead, hole);
                }
            }
        }
    }

    private static void read(RowData row, int columnsRead, Blackhole hole) {
        for (int column = 0; column < columnsRead; column++) {
            if (!row.isNull(column)) {
                hole.consume(row.text(column, StandardCharsets.UTF_8));
            }
        }
    }
}
