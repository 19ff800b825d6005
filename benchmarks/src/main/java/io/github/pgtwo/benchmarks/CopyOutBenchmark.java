package io.github.pgtwo.benchmarks;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.BackendDecoder;
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

/** Copy data, time for 64 KiB of it; what begins with "floor" is the loop by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(CopyOutBenchmark.CHUNKS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@State(Scope.Benchmark)
public class CopyOutBenchmark {
    static final int CHUNKS = 256;
    private static final int CHUNK = 64 << 10;

    /** A line, repeated: plain, or one that begins with a NULL. */
    @Param({"12345\\tsome text of a row\\t67890\\tmore of it\\n", "\\\\N\\ttext\\n"})
    private String line = "";

    private byte[] stream = {};

    /** Makes the bytes. */
    @Setup
    public void makeStream() {
        stream = CopyStreams.of(line.translateEscapes(), CHUNKS * CHUNK);
    }

    /** Looks for the end marker, byte by byte. */
    @Benchmark
    public int floorSearch() {
        int found = 0;
        for (int i = 3; i < stream.length; i++) {
            if (stream[i] == '\n' && stream[i - 1] == '.' && stream[i - 2] == '\\' && stream[i - 3] == '\n') {
                found++;
            }
        }
        return found;
    }

    /** Hands the data out in pieces. */
    @Benchmark
    public void pieces(Blackhole hole) {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        decoder.expect(BackendDecoder.Expected.COPY_DATA);
        for (int at = 0; at < stream.length; at += CHUNK) {
            decoder.received(Bytes.wrap(stream, at, at + CHUNK));
            while (decoder.next()) {
                hole.consume(decoder.message());
            }
        }
    }
}
