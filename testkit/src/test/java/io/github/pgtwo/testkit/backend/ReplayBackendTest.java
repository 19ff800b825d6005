package io.github.pgtwo.testkit.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.frontend.Terminate;
import io.github.pgtwo.testkit.transport.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of real servers, played to a client that says what was recorded, or something else. */
class ReplayBackendTest {
    private static final String TEXT = """
            # short: a few bytes
            F: abc\\00\\\\
            B: \\(3:xy\\)z
              and more
            = F Other remark
            F end
            """;

    private static List<Recording> recorded(String server) throws IOException {
        return Recording.of(Files.readString(
                Path.of("../protocol-codec/src/test/resources/io/github/pgtwo/codec/recorded", server + ".txt")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.4", "7.0", "7.2", "7.3", "8.3"})
    void eachRecordingCanBePlayed(String server) throws IOException {
        List<Recording> recordings = recorded(server);
        assertThat(recordings).hasSizeGreaterThan(80);
        for (Recording recording : recordings) {
            try (ReplayBackend backend = ReplayBackend.onTcp(recording)) {
                follow(recording, backend);
            }
        }
    }

    private static void follow(Recording recording, ReplayBackend backend) throws IOException {
        Map<Integer, RawClient> clients = new HashMap<>();
        for (Recording.Turn turn : recording.turns()) {
            if (!clients.containsKey(turn.connection())) {
                clients.put(turn.connection(), new RawClient(backend.endpoint()));
            }
            follow(turn, clients.get(turn.connection()));
        }
        for (RawClient client : clients.values()) {
            client.close();
        }
    }

    private static void follow(Recording.Turn turn, RawClient client) throws IOException {
        switch (turn.kind()) {
            case SENT -> {
                if (turn.byClient()) {
                    client.send(turn.bytes());
                } else {
                    assertThat(client.bytes(turn.bytes().length())).isEqualTo(turn.bytes());
                }
            }
            case CLOSED, RESET -> {
                if (turn.byClient()) {
                    client.close();
                }
            }
        }
    }

    private static ReplayBackend shortOne() throws IOException {
        return ReplayBackend.onUnix(Recording.of(TEXT).get(0));
    }

    @Test
    void escapesRepetitionsAndLongLines() throws IOException {
        try (ReplayBackend backend = shortOne();
                RawClient client = new RawClient(backend.endpoint())) {
            client.send(Bytes.utf8("abc\0\\"));
            assertThat(client.bytes(15)).isEqualTo(Bytes.utf8("xyxyxyzand more"));
        }
    }

    @Test
    void theDocumentedOneCanBePlayed() throws IOException {
        String document = Files.readString(Path.of("../docs/recordings.md"));
        Recording recording = Recording.of(document.split("```\n", -1)[1]).get(0);
        try (ReplayBackend backend = ReplayBackend.onTcp(recording);
                RawClient client = new RawClient(backend.endpoint())) {
            client.logIn();
            client.say(new Terminate());
        }
    }

    @Test
    void aDeviationIsTold() {
        assertThatThrownBy(() -> {
                    try (ReplayBackend backend = shortOne();
                            RawClient client = new RawClient(backend.endpoint())) {
                        client.send(Bytes.utf8("abXsecret"));
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessage("short, line 2, connection 1: byte 2 of 5, behind \"ab\": expected \"c\", came \"X\"");
    }

    @Test
    void anEndTooEarlyIsTold() {
        assertThatThrownBy(() -> {
                    try (ReplayBackend backend = shortOne();
                            RawClient client = new RawClient(backend.endpoint())) {
                        client.send(Bytes.utf8("ab"));
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the client closed after 2 of 5 bytes");
    }

    @Test
    void moreThanWasRecordedIsTold() {
        assertThatThrownBy(() -> {
                    try (ReplayBackend backend = shortOne();
                            RawClient client = new RawClient(backend.endpoint())) {
                        client.send(Bytes.utf8("abc\0\\and"));
                        client.bytes(15);
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("line 6")
                .hasMessageContaining("it says more");
    }

    @Test
    void whoNeverComesIsTold() throws IOException {
        ReplayBackend backend = ReplayBackend.on(
                Listener.tcp(), Duration.ofMillis(500), Recording.of(TEXT).get(0));
        assertThatThrownBy(backend::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("nothing came within 500 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"F: too early", "# a\nG: x", "# a\nF: \\0", "# a\nF: \\(2:x", "# a\nF2 stop", "#a\nF: x"})
    void whatIsNoRecordingIsRefused(String text) {
        assertThatThrownBy(() -> Recording.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no line of a recording");
    }
}
