package io.github.pgtwo.codec.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said again and again with the same bytes costs no new objects, and what has changed is seen. */
class RecurringAnswerTest {
    private static final int TIMES = 20_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
    private int rows;

    @Test
    void theSameAnswerAgainAllocatesNothing() {
        byte[] answer = answer("SELECT");
        RowVisitor count = row -> rows++;
        hear(answer, count);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        hear(answer, count);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated / TIMES).isLessThanOrEqualTo(16); // what calls the visitor
        assertThat(rows).isEqualTo(2 * TIMES);
    }

    private void hear(byte[] answer, RowVisitor visitor) {
        for (int i = 0; i < TIMES; i++) {
            decoder.received(answer, 0, answer.length);
            int messages = 0;
            while (decoder.next(visitor)) {
                messages++;
            }
            if (messages != 4) {
                throw new AssertionError(messages + " messages");
            }
        }
    }

    private static byte[] answer(String tag) {
        WireWriter out = new WireWriter();
        new CursorResponse(Bytes.utf8("blank")).write(out);
        new RowDescription(List.of(new Column(Bytes.utf8("?column?"), 23, (short) 4, -1))).write(out);
        AsciiRow.of(List.of(Optional.of(Bytes.utf8("1")))).write(out);
        new CompletedResponse(Bytes.utf8(tag)).write(out);
        new ReadyForQuery().write(out);
        return out.take().toByteArray();
    }

    @Test
    void whatHasChangedIsSeen() {
        assertThat(tagOf("SELECT")).isEqualTo("SELECT");
        assertThat(tagOf("INSERT 0 1")).isEqualTo("INSERT 0 1");
        assertThat(tagOf("INSERT 0 2")).isEqualTo("INSERT 0 2");
        assertThat(tagOf("INSERT 0")).isEqualTo("INSERT 0");
        assertThat(tagOf("")).isEmpty();
    }

    private String tagOf(String tag) {
        Bytes message = new CompletedResponse(Bytes.utf8(tag)).encode();
        decoder.received(message.toByteArray(), 0, message.length());
        assertThat(decoder.next()).isTrue();
        return ((CompletedResponse) decoder.message()).tag().utf8();
    }

    @Test
    void whatIsLongIsMadeAnew() {
        Column column = new Column(Bytes.utf8("c".repeat(60)), 25, (short) -1, -1);
        RowDescription many = new RowDescription(Collections.nCopies(100, column));
        WireWriter out = new WireWriter();
        many.write(out);
        many.write(out);
        decoder.received(out.take());
        assertThat(decoder.next()).isTrue();
        BackendMessage first = decoder.message();
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.message()).isEqualTo(first).isNotSameAs(first);
    }
}
