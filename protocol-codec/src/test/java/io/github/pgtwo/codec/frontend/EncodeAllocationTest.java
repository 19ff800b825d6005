package io.github.pgtwo.codec.frontend;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.session.ClientSession;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Encoding allocates its result and nothing else, and copies copy data once. */
class EncodeAllocationTest {
    private static final int TIMES = 1000;
    /** Of the array, the Bytes around it, and the writer between, unless the compiler saves that. */
    private static final int HEADERS = 80;

    /** The smallest object for each would be twice as much; the virtual machine itself takes a little. */
    private static final long NOTHING = 8L * TIMES;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final CopyInData data = new CopyInData(Bytes.utf8("a line of copy data\n".repeat(3000)));
    private final WireWriter out = new WireWriter(2 * data.wireLength());
    private int kept;

    @Test
    void anArrayOfItsOwn() {
        for (FrontendMessage message : messages()) {
            long most = (message.wireLength() + HEADERS) * (long) TIMES;
            assertThat(allocated(() -> kept += message.encode().length()))
                    .as(message.kind().messageName())
                    .isBetween(message.wireLength() * (long) TIMES, most);
        }
    }

    @Test
    void nothingWhereAWriterIsReused() {
        for (FrontendMessage message : messages()) {
            assertThat(allocated(() -> {
                        message.write(out);
                        out.drainTo((from, offset, length) -> {});
                    }))
                    .as(message.kind().messageName())
                    .isLessThan(NOTHING);
        }
    }

    @Test
    void nothingForCopyDataThatASessionSends() {
        ClientSession session = new ClientSession(ProtocolLimits.DEFAULT);
        session.send(StartupPacket.of("u", "d"), out);
        receive(session, "52 00000000 5a");
        session.send(Query.of("copy t from stdin"), out);
        receive(session, "47");
        assertThat(allocated(() -> {
                    session.send(data, out);
                    out.drainTo((from, offset, length) -> {});
                }))
                .isLessThan(NOTHING);
    }

    private List<FrontendMessage> messages() {
        return List.of(Query.of("select 1"), data, new CancelRequest(1, 2), StartupPacket.of("u", "d"));
    }

    private static void receive(ClientSession session, String bytes) {
        session.received(Bytes.wrap(hex(bytes)));
        while (session.next()) {
            // up to where the client may go on
        }
    }

    private static long allocated(Runnable encode) {
        encode.run(); // what is made once does not count
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < TIMES; i++) {
            encode.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
