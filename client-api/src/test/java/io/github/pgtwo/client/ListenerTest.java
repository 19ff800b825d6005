package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What metrics and traces can hear. */
class ListenerTest {
    private static final Script SCRIPT = new Script()
            .login()
            .expectQuery("select 1")
            .answer(columns("a"), row("1"), completed("SELECT"), ready())
            .expectQuery("oops")
            .answer(error("ERROR:  syntax"), ready());

    /** Notes what it hears, and says no good-bye to durations that go backwards. */
    private static class Notes implements ConnectionListener {
        final List<String> heard = new ArrayList<>();

        private void note(String event, Duration took) {
            assertThat(took.isNegative()).isFalse();
            heard.add(event);
        }

        @Override
        public void connecting(Endpoint place) {
            heard.add("connecting " + place);
        }

        @Override
        public void connectFailed(Endpoint place, Duration took, PgException reason) {
            note("failed " + place + " " + reason.getClass().getSimpleName(), took);
        }

        @Override
        public void connected(ChannelInfo channel, Duration took) {
            note("connected", took);
        }

        @Override
        public void closed(ChannelInfo channel) {
            heard.add("closed");
        }

        @Override
        public void commandBegun() {
            heard.add("begun");
        }

        @Override
        public void commandEnded(Duration took, Optional<Throwable> failure) {
            note("ended" + failure.map(e -> " " + e.getClass().getSimpleName()).orElse(""), took);
        }
    }

    private static PgClient client(Neighbours neighbours, ConnectionListener listener) {
        return PgClient.builder()
                .transport(neighbours)
                .endpoint(Endpoint.tcp("a", 1))
                .user("alice")
                .database("shop")
                .serverProfile(Profiles.of(1300))
                .listener(listener)
                .build();
    }

    @Test
    void itHearsOfEachThingOnce() throws IOException {
        Notes notes = new Notes();
        try (Neighbours neighbours = new Neighbours().at("a", SCRIPT)) {
            PgConnection connection = client(neighbours, notes).connect();
            connection.query("select 1");
            assertThatThrownBy(() -> connection.query("oops")).isInstanceOf(PgServerException.class);
            connection.close();
            connection.close();
        }
        assertThat(notes.heard)
                .containsExactly(
                        "connecting a:1", "connected", "begun", "ended", "begun", "ended PgServerException", "closed");
    }

    @Test
    void itHearsOfAFailedConnectionAndOfALostOne() throws IOException {
        Notes notes = new Notes();
        assertThatThrownBy(() -> client(new Neighbours(), notes).connect()).isInstanceOf(PgTransportException.class);
        Script losing = new Script().login().expectQuery("select 1").close();
        try (Neighbours neighbours = new Neighbours().at("a", losing)) {
            PgConnection connection = client(neighbours, notes).connect();
            assertThatThrownBy(() -> connection.query("select 1")).isInstanceOf(PgTransportException.class);
        }
        assertThat(notes.heard)
                .containsExactly(
                        "connecting a:1",
                        "failed a:1 PgTransportException",
                        "connecting a:1",
                        "connected",
                        "begun",
                        "closed",
                        "ended PgTransportException");
    }

    @Test
    void itsFailuresAreItsOwn() throws IOException {
        ConnectionListener failing = new Notes() {
            @Override
            public void connecting(Endpoint place) {
                throw new IllegalStateException("connecting");
            }

            @Override
            public void connected(ChannelInfo channel, Duration took) {
                throw new IllegalStateException("connected");
            }

            @Override
            public void commandBegun() {
                throw sneaky(new IOException("begun"));
            }

            @Override
            public void commandEnded(Duration took, Optional<Throwable> failure) {
                throw new IllegalStateException("ended");
            }

            @Override
            public void closed(ChannelInfo channel) {
                throw new IllegalStateException("closed");
            }
        };
        try (Neighbours neighbours = new Neighbours().at("a", SCRIPT)) {
            try (PgConnection connection = client(neighbours, failing).connect()) {
                assertThat(connection.query("select 1").rows()).hasSize(1);
                assertThatThrownBy(() -> connection.query("oops")).isInstanceOf(PgServerException.class);
            }
        }
    }

    @SuppressWarnings("unchecked") // as other languages do it
    private static <E extends Exception> RuntimeException sneaky(Exception checked) throws E {
        throw (E) checked;
    }
}
