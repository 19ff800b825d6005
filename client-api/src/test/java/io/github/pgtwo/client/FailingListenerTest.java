package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.notice;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.codec.backend.CopyInResponse;
import org.junit.jupiter.api.Test;

class FailingListenerTest {
    private static PgConnection connect(FakeServer server, Throwable failure) {
        return server.client()
                .listener(new ConnectionListener() {
                    @Override
                    public void notice(ServerMessage notice) {
                        sneak(failure);
                    }
                })
                .build()
                .connect();
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void sneak(Throwable failure) throws X {
        throw (X) failure;
    }

    @Test
    void whateverItThrowsGoesNoFurther() {
        assertGoesOn(new Exception("of another language"));
        assertGoesOn(new AssertionError("of a test"));
    }

    private static void assertGoesOn(Throwable failure) {
        FakeServer server = FakeServer.loggedIn().answer(notice("NOTICE:  x\n"), completed("SET"), ready());
        assertThat(connect(server, failure).query("set").tag()).isEqualTo("SET");
    }

    /** What the machine cannot go on with may come while the server commits. */
    @Test
    void anEndInTheMiddleOfACommitLeavesTheOutcomeOpen() {
        FakeServer server =
                FakeServer.loggedIn().answer(completed("BEGIN"), ready()).answer(new CopyInResponse());
        CopyIn in = connect(server, new OutOfMemoryError("of a test")).copyIn("copy t from stdin");
        server.answer(completed("COPY 1"), ready()).answer(notice("WARNING:  x\n"), completed("COMMIT"), ready());
        in.row("1");
        assertThatThrownBy(in::complete).isInstanceOf(OutOfMemoryError.class);
        in.close();
        assertThat(in.outcome()).hasValue(CopyOutcome.CONNECTION_BROKEN);
    }
}
