package io.github.pgtwo.benchmarks;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.RowDescription;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One row with one value of 200 MB, in chunks of 64 KiB; the floor is one copy of it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@State(Scope.Benchmark)
public class LargeValueBenchmark {
    private static final int VALUE = 200_000_000;
    private static final int CHUNK = 64 << 10;

    private byte[] stream = {};

    /** Makes the bytes: a description and the row, whose value is zeros. */
    @Setup
    public void makeStream() {
        WireWriter out = new WireWriter(VALUE + 100);
        new RowDescription(List.of(new Column(Bytes.EMPTY, 17, (short) -1, -1))).write(out);
        stream = out.int8('D')
                .int8(0x80)
                .int32(VALUE + 4)
                .bytes(Bytes.wrap(new byte[VALUE]))
                .take()
                .toByteArray();
    }

    /** Copies the bytes into an array of their own. */
    @Benchmark
    public byte[] floorCopy() {
        return stream.clone();
    }

    /** Makes a record of the row, of chunks that the decoder copies. */
    @Benchmark
    public BackendMessage copied() {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        for (int at = 0; at < stream.length; at += CHUNK) {
            decoder.received(stream, at, Math.min(CHUNK, stream.length - at));
            readAll(decoder);
        }
        return decoder.message();
    }

    /** The same of chunks that are lent. */
    @Benchmark
    public BackendMessage lent() {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        for (int at = 0; at < stream.length; at += CHUNK) {
            decoder.received(Bytes.wrap(stream, at, Math.min(at + CHUNK, stream.length)));
            readAll(decoder);
        }
        return decoder.message();
    }

    private static void readAll(BackendDecoder decoder) {
        while (decoder.next()) {
            // the description, and at last the row
        }
    }
}
