package io.github.pgtwo.benchmarks;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.BackendDecoder;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A stream in chunks of several sizes, time a byte. The floor of each size is what 64 KiB take; that of a long
 * stream, as many bytes in short ones.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ChunkSizesBenchmark.BYTES)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class ChunkSizesBenchmark {
    static final int BYTES = 4_000_000;

    /** What the next bytes of the stream are: rows, or copy data. */
    @Param({"MESSAGE", "COPY_DATA"})
    private BackendDecoder.Expected content = BackendDecoder.Expected.MESSAGE;

    /** The size of a chunk in bytes. */
    @Param({"1", "7", "100", "65536"})
    private int chunk;

    private byte[] stream = {};

    /** Makes the bytes; the last row is not whole. */
    @Setup
    public void makeStream() {
        stream = content == BackendDecoder.Expected.COPY_DATA
                ? CopyStreams.of("12345\tsome text of a row\t67890\tmore of it\n", BYTES)
                : Arrays.copyOf(RowStreams.of(BYTES / 50), BYTES);
    }

    /** Chunks that the decoder copies. */
    @Benchmark
    public void copied(Blackhole hole) {
        readCopied(BYTES, hole);
    }

    /** The same in ten streams, each a tenth as long. */
    @Benchmark
    public void copiedTenTimesATenth(Blackhole hole) {
        for (int i = 0; i < 10; i++) {
            readCopied(BYTES / 10, hole);
        }
    }

    private void readCopied(int end, Blackhole hole) {
        BackendDecoder decoder = decoder();
        for (int at = 0; at < end; at += chunk) {
            decoder.received(stream, at, Math.min(chunk, end - at));
            readAll(decoder, hole);
        }
    }

    /** Chunks that are read where they are. */
    @Benchmark
    public void lent(Blackhole hole) {
        BackendDecoder decoder = decoder();
        for (int at = 0; at < BYTES; at += chunk) {
            decoder.received(Bytes.wrap(stream, at, Math.min(at + chunk, BYTES)));
            readAll(decoder, hole);
        }
    }

    private BackendDecoder decoder() {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        decoder.expect(content);
        return decoder;
    }

    private static void readAll(BackendDecoder decoder, Blackhole hole) {
        while (decoder.next()) {
            hole.consume(decoder.message());
        }
    }
}
