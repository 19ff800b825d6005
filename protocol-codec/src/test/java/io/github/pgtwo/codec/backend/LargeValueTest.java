package io.github.pgtwo.codec.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value of 200 MB is read in a virtual machine that has 2.1 times that for everything. */
class LargeValueTest {
    private static final int VALUE = 200_000_000;
    private static final int HEAP = VALUE / 10 * 21;
    private static final byte[] CHUNK = new byte[64 << 10];

    @ParameterizedTest
    @ValueSource(strings = {"copied", "lent", "pulled"})
    void takesLittleMoreMemoryThanItNeeds(String how) throws Exception {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        // one large space, without regions whose ends would be wasted
                        "-XX:+UseSerialGC",
                        "-Xmn4m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeValueTest.class.getName(),
                        how)
                .redirectErrorStream(true)
                .start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(said.strip()).isEqualTo("read " + VALUE);
    }

    /** What runs in that machine. */
    public static void main(String[] args) {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        decoder.received(beginning());
        for (int left = VALUE; left > 0; ) {
            left -= feed(decoder, args[0], Math.min(left, CHUNK.length));
            while (decoder.next()) {
                // the description, and at last the row
            }
        }
        AsciiRow row = (AsciiRow) decoder.message();
        System.out.println("read " + row.data().value(0).length());
    }

    /** A description, and a row up to its value. */
    private static Bytes beginning() {
        WireWriter out = new WireWriter();
        new RowDescription(List.of(new Column(Bytes.EMPTY, 17, (short) -1, -1))).write(out);
        return out.int8(AsciiRow.TAG).int8(0x80).int32(VALUE + Integer.BYTES).take();
    }

    private static int feed(BackendDecoder decoder, String how, int count) {
        switch (how) {
            case "copied" -> decoder.received(CHUNK, 0, count);
            case "lent" -> decoder.received(Bytes.wrap(CHUNK, 0, count));
            default -> {
                return decoder.receive((into, offset, room) -> Math.min(count, room));
            }
        }
        return count;
    }
}
