package io.github.pgtwo.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.client.profile.TransactionStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row is a story: texts, each with what it was answered by, {@code E} for an error; {@code !} not committed. */
class TransactionTrackerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1300 | begin=BEGIN | IN_TRANSACTION",
                "1300 | begin=BEGIN, commit=COMMIT | IDLE",
                "1300 | begin=BEGIN, select 1/0=E | FAILED",
                "1300 | select 1/0=E | IDLE",
                "1300 | begin=BEGIN, select 1/0=E, commit=ROLLBACK! | IDLE",
                "1300 | begin=BEGIN, select 1/0=E, rollback=ROLLBACK | IDLE",
                "1300 | begin=BEGIN, commit=E | IDLE",
                "1300 | begin=BEGIN, savepoint a=SAVEPOINT, x=E, rollback to a=ROLLBACK | IN_TRANSACTION",
                "1300 | begin=BEGIN, rollback and chain=ROLLBACK | IN_TRANSACTION",
                "1300 | begin=BEGIN, commit and chain=COMMIT | IN_TRANSACTION",
                "1300 | begin=BEGIN, x=E, commit and chain=ROLLBACK! | IN_TRANSACTION",
                "1300 | begin=BEGIN, prepare transaction 'a'=PREPARE TRANSACTION | IDLE",
                "1300 | begin=BEGIN, prepare transaction 'a'=E | IDLE",
                "1300 | begin; select 1; commit=BEGIN+SELECT 1+COMMIT | IDLE",
                "1300 | begin; select 1/0; commit=BEGIN+E | FAILED",
                "1300 | begin; commit; select 1/0=BEGIN+COMMIT+E | IDLE",
                "1300 | begin; savepoint a; rollback to a=BEGIN+SAVEPOINT+ROLLBACK | IN_TRANSACTION",
                "1300 | begin; select 1; rollback=BEGIN+SELECT 1+ROLLBACK | IDLE",
                "1300 | commit prepared 'a'=COMMIT PREPARED | IDLE",
                "1300 | do $$ commit $$=COMMIT | UNKNOWN",
                "704 | begin=BEGIN, x=E, commit=COMMIT! | IDLE",
                "702 | begin=BEGIN, x=*ABORT STATE* | FAILED",
                "702 | begin=BEGIN, x=E, commit=COMMIT! | IDLE",
                "604 | begin=BEGIN, x=E, end=END! | IDLE",
                "604 | begin=BEGIN, x=E, abort=ABORT | IDLE",
                "701 | begin=BEGIN, commit=COMMIT+E | IDLE",
                "701 | create user a; begin; commit=CREATE USER+X+BEGIN+COMMIT | IDLE",
                "703 | set autocommit to off=SET | UNKNOWN",
                "703 | set autocommit to off=SET, begin=BEGIN | IN_TRANSACTION",
                "703 | set autocommit to off=SET, rollback=ROLLBACK | IDLE",
                "1300 | set application_name to autocommit=SET | IDLE"
            })
    void stories(int release, String story, TransactionStatus status) {
        TransactionTracker tracker = new TransactionTracker(ServerProfile.of(new ServerVersion(release, "")));
        for (String part : story.split(", ", -1)) {
            int answers = part.lastIndexOf('=');
            tracker.begin(part.substring(0, answers));
            for (String answer : part.substring(answers + 1).split("\\+", -1)) {
                hear(tracker, answer);
            }
        }
        assertThat(tracker.status()).isEqualTo(status);
    }

    private static void hear(TransactionTracker tracker, String answer) {
        if (answer.equals("E")) {
            tracker.failed();
        } else {
            boolean refused = answer.endsWith("!");
            String tag = refused ? answer.substring(0, answer.length() - 1) : answer;
            assertThat(tracker.completed(tag)).isEqualTo(!refused);
        }
    }
}
