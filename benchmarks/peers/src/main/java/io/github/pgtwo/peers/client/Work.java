package io.github.pgtwo.peers.client;

import java.util.Arrays;
import java.util.Locale;

/** What is measured; each counts in the unit of its comment. */
public enum Work {
    /** Rows. */
    ROWS((conversation, count) -> conversation.rows(Tables.rows(count))),
    /** Answers of 10,000 rows. */
    RECORDED((conversation, count) -> times(count, () -> conversation.rows(Tables.rows(Tables.RECORDED_ROWS)))),
    /** Rows. */
    WIDE((conversation, count) -> conversation.column(Tables.wide(count), 5)),
    /** Rows of 1 kB. */
    COPY_OUT((conversation, count) -> conversation.copyOut(Tables.copyOut(count))),
    /** Chunks of 64 KiB. */
    COPY_IN(Work::copyIn),
    /** Queries. */
    PING(Conversation::ping),
    /** Queries, by 100. */
    PIPELINE((conversation, count) -> conversation.pipeline(count, 100)),
    /** Connections, one behind the other. */
    CONNECT(Tasks::connecting),
    /** Values of 200 MB. */
    VALUE((conversation, count) -> times(count, () -> conversation.text(Tables.value(200)))),
    /** Values of 200 MB. */
    STREAMED((conversation, count) -> times(count, () -> conversation.streamed(Tables.value(200)))),
    /** Queries on each of 8 connections. */
    THREADS_PING(client -> Tasks.crowd(client, 8, Conversation::ping)),
    /** Rows on each of 8 connections. */
    THREADS_ROWS(client -> Tasks.crowd(client, 8, (conversation, count) -> conversation.rows(Tables.rows(count)))),
    /** Rows. */
    MORE((conversation, count) -> conversation.rows(Tables.more(count))),
    /** Columns, in 100,000 rows. */
    COLUMNS((conversation, count) -> conversation.rows(Tables.rows(100_000, count))),
    /** Megabytes in one value. */
    MEGABYTES((conversation, count) -> conversation.text(Tables.value(count))),
    /** Connections that are open at once. */
    IDLE(Tasks::idle),
    /** Connections that are busy at once, with 2,000 queries each. */
    BUSY(Tasks::busy),
    /** Queries before the first answer is read. */
    DEPTH((conversation, count) -> conversation.pipeline(count, count));

    /** How large the data of a COPY FROM STDIN is that is sent at once. */
    public static final int CHUNK = 64 << 10;

    @SuppressWarnings("ImmutableEnumChecker") // none of them keeps anything
    private final Opening opening;

    /** Opens what it needs. */
    @FunctionalInterface
    private interface Opening {
        Task open(Client client) throws Exception;
    }

    /** Something to repeat. */
    @FunctionalInterface
    private interface Repeated {
        long run() throws Exception;
    }

    Work(Load load) {
        this((Opening) client -> Tasks.single(client, load));
    }

    Work(Opening opening) {
        this.opening = opening;
    }

    /** The name on the command line and in tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Work of(String label) {
        return Arrays.stream(values())
                .filter(work -> work.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    Task open(Client client) throws Exception {
        return opening.open(client);
    }

    private static long times(int count, Repeated repeated) throws Exception {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += repeated.run();
        }
        return sum;
    }

    private static long copyIn(Conversation conversation, int count) throws Exception {
        conversation.run("truncate peers_in");
        return conversation.copyIn("copy peers_in from stdin", Chunk.LINES, count);
    }
}
