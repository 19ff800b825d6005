package io.github.pgtwo.client.session;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.lexer.TransactionControl;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.CompletedResponse;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Follows the transaction block from text to text and from tag to tag (section 5.6). */
public final class TransactionTracker {
    private volatile TransactionStatus status = TransactionStatus.IDLE;
    private final ServerProfile profile;
    private String sql = "";
    private @Nullable List<TransactionControl> controls;
    private int completed;
    private Bytes latest = Bytes.EMPTY;
    private String tag = "";
    private final AtomicLong count = new AtomicLong();

    TransactionTracker(ServerProfile profile) {
        this.profile = profile;
    }

    TransactionStatus status() {
        return status;
    }

    /** Tells transactions apart: what lives in one of them is gone when this has changed. */
    public long count() {
        return count.get();
    }

    /** A text begins to be answered; a function call has none. */
    void begin(String text) {
        sql = text;
        controls = null;
        completed = 0;
    }

    /**
     * Whether something has to have completed by the end of the answer, and did not: a COMMIT, and where the answer says
     * nothing else either, any statement but those up to 7.1, which rules may replace by nothing (1.4).
     */
    boolean isPassedOver(boolean answered) {
        List<TransactionControl> all = completed > 0 ? List.of() : controls();
        boolean commit = all.size() == 1 && all.get(0).commits();
        boolean silent = !answered && !all.isEmpty() && !profile.has(ServerTrait.SEVERAL_TAGS_A_STATEMENT);
        return commit || silent;
    }

    /** What to call it that the text is not answered to its end: what it was to commit may be committed. */
    public PgException unanswered(PgException loss) {
        boolean commits = controls().stream().anyMatch(TransactionControl::commits);
        return commits && !(loss instanceof PgServerException)
                ? new PgTransportException(
                        "it is unknown whether the transaction was committed: " + loss.getMessage(), loss)
                : loss;
    }

    /** The same; most tags are those of the statement before. */
    boolean completed(CompletedResponse completion) {
        if (!completion.tag().equals(latest)) {
            latest = completion.tag();
            tag = latest.utf8();
        }
        return completed(tag);
    }

    /** The latest tag. */
    String tag() {
        return tag;
    }

    /**
     * A statement has completed.
     *
     * @return false if it was to commit what the server has rolled back, whatever its tag says
     */
    boolean completed(String tag) {
        int index = completed++;
        switch (tag) {
            case "BEGIN", "START TRANSACTION" -> status = TransactionStatus.IN_TRANSACTION;
            case "COMMIT", "END" -> {
                boolean hidden = status == TransactionStatus.FAILED && profile.has(ServerTrait.COMMIT_HIDES_ROLLBACK);
                return ended(index, TransactionControl.COMMIT, !hidden);
            }
            case "ROLLBACK", "ABORT" -> {
                return ended(index, TransactionControl.ROLLBACK, false);
            }
            case "PREPARE TRANSACTION" -> ended(index, TransactionControl.PREPARE, true);
            case "SET" -> checkAutocommit();
            case "*ABORT STATE*" -> status = TransactionStatus.FAILED;
            default -> {}
        }
        return true;
    }

    private boolean ended(int index, TransactionControl byTag, boolean committed) {
        TransactionControl control = profile.has(ServerTrait.SAVEPOINTS) ? controlAt(index) : byTag;
        if (control != TransactionControl.ROLLBACK_TO) {
            count.incrementAndGet();
        }
        status = switch (control) {
            case ROLLBACK_TO, COMMIT_AND_CHAIN, ROLLBACK_AND_CHAIN -> TransactionStatus.IN_TRANSACTION;
            case COMMIT, ROLLBACK, PREPARE -> TransactionStatus.IDLE;
            case NONE, BEGIN -> TransactionStatus.UNKNOWN;
        };
        return committed || !control.commits();
    }

    /** On 7.3 any statement opens a block when it is off, which nothing tells. */
    private void checkAutocommit() {
        if (profile.has(ServerTrait.AUTOCOMMIT_SETTING)
                && sql.toLowerCase(Locale.ROOT).contains("autocommit")) {
            status = TransactionStatus.UNKNOWN;
        }
    }

    /** A statement has failed. */
    void failed() {
        if (status != TransactionStatus.IN_TRANSACTION) {
            return;
        }
        status = switch (controlAt(completed)) {
            case COMMIT, COMMIT_AND_CHAIN, PREPARE -> afterFailedEnd();
            default -> TransactionStatus.FAILED;
        };
    }

    /** Either the end has failed, and is one all the same, or the server has understood nothing of the whole text. */
    private TransactionStatus afterFailedEnd() {
        boolean understood = completed > 0 || controls().size() == 1;
        return understood ? TransactionStatus.IDLE : TransactionStatus.UNKNOWN;
    }

    /** What the statement did; servers up to 7.1 do not answer each by one tag, so that the place may be wrong. */
    private TransactionControl controlAt(int index) {
        List<TransactionControl> all = controls();
        if (all.size() == 1) {
            return all.get(0);
        }
        return index < all.size() ? all.get(index) : TransactionControl.NONE;
    }

    /** Looked for when needed, and once: a text may have thousands of them. */
    private List<TransactionControl> controls() {
        if (controls == null) {
            controls = TransactionControl.of(sql, profile);
        }
        return controls;
    }
}
