package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.CopyIn;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.event.Notification;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One run of a flow: what it was told of its row, and what a second connection sees of it afterwards. */
final class Trial {
    /** More than a statement of these flows is worth waiting for. */
    static final Duration NO_TIME = Duration.ofMillis(50);

    static final String COPY = "copy fault_log from stdin";

    private final PgConnection elsewhere;
    private final long id;
    private final Duration patience;
    private Told told = Told.NOTHING;

    /** What is known of the row. */
    private enum Told {
        NOTHING,
        INSERTING,
        COMMITTING,
        COMMITTED
    }

    Trial(PgConnection elsewhere, long id, Duration patience) {
        this.elsewhere = elsewhere;
        this.id = id;
        this.patience = patience;
    }

    /** How long the client may wait for anything. */
    Duration patience() {
        return patience;
    }

    String insert() {
        return "insert into fault_log values (" + id + ")";
    }

    /** A statement that inserts the row and commits it by itself is under way. */
    void inserting() {
        told = Told.INSERTING;
    }

    /** The row has been reported as committed. */
    void committed() {
        told = Told.COMMITTED;
    }

    /** Does something, and inserts the row, in a transaction. */
    void transaction(PgConnection connection, Runnable work) {
        connection.inTransaction(same -> {
            assertThat(same.query(insert()).tag()).endsWith(" 1");
            work.run();
            told = Told.COMMITTING;
            return "";
        });
        committed();
    }

    /** Copies the row in, in a transaction of the copy's own. */
    void copyIn(CopyIn copy) {
        copyIn(copy, Told.COMMITTING);
    }

    /** Copies the row in, as a statement that commits by itself. */
    void copyInAlone(CopyIn copy) {
        copyIn(copy, Told.INSERTING);
    }

    private void copyIn(CopyIn copy, Told ifLost) {
        try (copy) {
            copy.row(String.valueOf(id));
            copy.complete();
        } finally {
            told = switch (copy.outcome().orElseThrow()) {
                case COMMITTED -> Told.COMMITTED;
                case ROLLED_BACK, LEFT_TO_CALLER -> Told.NOTHING;
                case CONNECTION_BROKEN -> ifLost;
            };
        }
    }

    void elsewhere(String sql) {
        elsewhere.query(sql);
    }

    /** It may be late only where it is held up for longer than the client waits. */
    void awaitNotification(PgConnection connection, String condition) {
        Optional<Notification> notification = connection.awaitNotification(patience);
        if (notification.isPresent() || patience.equals(Lab.LONG)) {
            assertThat(notification).map(Notification::condition).contains(condition);
        }
    }

    /** The server has to refuse it, and to stay. */
    static void refused(Runnable work, String reason) {
        if (!isRefused(work, reason)) {
            throw new AssertionError("was not refused: " + reason);
        }
    }

    /** Whether it was refused; a statement that is being cancelled may come to its end before. */
    static boolean isRefused(Runnable work, String reason) {
        try {
            work.run();
            return false;
        } catch (PgTimeoutException e) {
            assertThat(e).hasMessageContaining(reason);
        } catch (PgServerException e) {
            if (e.fatal()) {
                throw e;
            }
            assertThat(e).hasMessageContaining(reason);
        }
        return true;
    }

    void cancelMeanwhile(PgConnection connection, Runnable work) {
        AtomicBoolean over = new AtomicBoolean();
        Watchdog canceller = Watchdog.over("canceller", () -> {
            while (!over.get() && !connection.cancel()) {
                Thread.onSpinWait();
            }
        });
        try {
            work.run();
        } finally {
            over.set(true);
            canceller.join();
        }
    }

    /** What was said of the row has to be true. */
    void check(Optional<PgException> failure) {
        switch (told) {
            case NOTHING ->
                assertThat(rows()).as("a row that was not to be committed").isZero();
            case INSERTING -> assertThat(failure).isPresent();
            case COMMITTING -> assertThat(failure.orElseThrow()).hasMessageContaining("unknown");
            case COMMITTED ->
                assertThat(rows()).as("a row that was reported as committed").isEqualTo(1);
        }
    }

    private int rows() {
        String sql = "select count(*) from fault_log where id = " + id;
        return Integer.parseInt(
                String.valueOf(elsewhere.query(sql).rows().get(0).text(0)));
    }
}
