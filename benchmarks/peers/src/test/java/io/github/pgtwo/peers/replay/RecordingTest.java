package io.github.pgtwo.peers.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private final Recording recording = new Recording();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void client(String text) {
        recording.client(bytes(text), text.length());
    }

    private void server(String text) {
        recording.server(bytes(text), text.length());
    }

    private Optional<String> answerTo(String question) {
        return recording.answerTo(bytes(question)).map(answer -> new String(answer, StandardCharsets.US_ASCII));
    }

    @Test
    void whatIsSaidInPiecesIsOne() {
        client("hel");
        client("lo");
        server("wor");
        server("ld");
        client("bye");
        assertThat(answerTo("hello")).contains("world");
        assertThat(answerTo("hel")).isEmpty();
        assertThat(answerTo("bye")).as("which nobody has answered").isEmpty();
    }
}
