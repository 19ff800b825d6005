package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.event.Notification;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.CopyOutDone;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import io.github.pgtwo.codec.backend.NotificationResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which wait ends when: no limit of one call may be left to the next one. */
class WaitingTest {
    private static final NotificationResponse NOTIFICATION = new NotificationResponse(7, Bytes.utf8("foo"));
    private static final Duration LONG = Duration.ofMinutes(10);

    private final FakeServer server = FakeServer.loggedIn();

    /** Up to 6.5 the rest of the data is read, and the time for that is the login's. */
    @Test
    void theTimeToGiveUpACopyIsNotThatOfTheNextStatement() {
        server.answer(new CopyOutResponse())
                .answer(new CopyOutDone(), completed("COPY"), ready())
                .answer(completed("NEXT"), ready());
        PgConnection connection =
                server.client().serverProfile(Profiles.of(605)).build().connect();
        connection.copyOut("copy t to stdout").close();
        connection.query("next");
        assertThat(server.readTimeout()).isZero();
    }

    @Test
    void aNotificationThatCameWithAnAnswerIsNotWaitedFor() {
        server.answer(completed("LISTEN"), ready(), NOTIFICATION);
        PgConnection connection = server.client().build().connect();
        connection.query("listen foo");
        assertThat(connection.awaitNotification(LONG)).contains(new Notification(7, "foo"));
        assertThat(connection.isOpen()).isTrue();
    }

    /** The server owes nothing, so that the time for its silence does not count. */
    @Test
    void aNotificationIsWaitedForLongerThanAnAnswer() {
        server.silentAtEnd();
        PgConnection connection =
                server.client().readTimeout(Duration.ofSeconds(1)).build().connect();
        assertThat(connection.awaitNotification(LONG)).isEmpty();
        assertThat(server.readTimeout()).isGreaterThan(Duration.ofMinutes(9));
    }
}
