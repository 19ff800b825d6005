package io.github.pgtwo.client.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.testkit.backend.Recording;
import io.github.pgtwo.testkit.backend.ReplayBackend;
import io.github.pgtwo.testkit.transport.MemoryTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All recordings of servers 6.4 to 8.3 that the client can have, played to the client. */
class RecordedConversationsTest {
    static final Path RECORDINGS = Path.of("../protocol-codec/src/test/resources/io/github/pgtwo/codec/recorded");

    /** What this client never says, or says in another way. */
    private static final Set<String> OTHERS = Set.of(
            "01_startup_no_db",
            "01_startup_no_user",
            "06_auth_krb5_good",
            "06_auth_krb5_other_user",
            "07_select_multibyte",
            "08_pipelined_queries",
            "07_select_multibyte_utf8db",
            "15_copy_in_bad_line_stop_and_wait",
            "15_copy_in_crlf_and_eof_variants",
            "16_copy_binary",
            "18_fcall_bad_args",
            "20_backend_key_data",
            "22_unknown_message_type");

    private static final Bytes STARTUP = Bytes.of(new byte[] {0, 0, 1, 40, 0, 2, 0, 0});
    private static final Set<FrontendKind> DONE = Set.of(
            FrontendKind.STARTUP_PACKET,
            FrontendKind.QUERY,
            FrontendKind.FUNCTION_CALL,
            FrontendKind.CANCEL_REQUEST,
            FrontendKind.COPY_IN_DATA,
            FrontendKind.COPY_IN_DONE,
            FrontendKind.TERMINATE);

    static Stream<Arguments> recordings() {
        return Stream.of("6.4", "7.0", "7.2", "7.3", "8.3").flatMap(RecordedConversationsTest::recordings);
    }

    private static Stream<Arguments> recordings(String release) {
        return read(release).stream()
                .filter(recording ->
                        !OTHERS.contains(recording.name()) && isOurs(recording) && endsInGoodOrder(recording))
                .map(recording -> Arguments.of(release, recording, Played.of(recording, release)))
                .filter(arguments -> isDone((Played) arguments.get()[2]));
    }

    private static List<Recording> read(String release) {
        try {
            return Recording.of(Files.readString(RECORDINGS.resolve(release + ".txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Recording recording) {
        return recording.turns().stream()
                .filter(turn -> turn.byClient() && turn.kind() == Recording.Turn.Kind.SENT)
                .collect(Collectors.toMap(Recording.Turn::connection, Recording.Turn::bytes, (first, later) -> first))
                .values()
                .stream()
                .allMatch(first -> Played.isCancel(first)
                        || (first.length() == STARTUP.length() + 288
                                && first.slice(0, STARTUP.length()).equals(STARTUP)));
    }

    /** The client says good-bye before it closes. */
    private static boolean endsInGoodOrder(Recording recording) {
        return recording.turns().stream()
                .noneMatch(turn -> turn.byClient() && turn.kind() == Recording.Turn.Kind.CLOSED);
    }

    private static boolean isDone(Played played) {
        return played.events().stream()
                .allMatch(event -> DONE.contains(event.step().said().kind()));
    }

    @ParameterizedTest(name = "[{index}] {0} {1}")
    @MethodSource("recordings")
    void aUserSeesWhatTheServerSaid(String release, Recording recording, Played played)
            throws IOException, InterruptedException {
        play(recording.name(), played);
    }

    private static void play(String name, Played played) throws IOException, InterruptedException {
        MemoryTransport transport = new MemoryTransport();
        try (ReplayBackend backend = ReplayBackend.on(transport, Duration.ofSeconds(10), played.recording(name))) {
            try (Run run = new Run(
                    played, () -> PgClient.builder().transport(transport).endpoint(backend.endpoint()))) {
                run.all();
            }
        }
    }

    /** The same, if the server is gone at once behind some of its bytes: what it has not said is nothing but a failure. */
    @ParameterizedTest(name = "[{index}] {0} {1}")
    @MethodSource("recordings")
    void aServerThatIsGoneIsNeverTakenForAnAnswer(String release, Recording recording, Played played)
            throws InterruptedException {
        for (Cut cut : Cut.all(recording)) {
            Recording shortened = cut.of(recording);
            try {
                play(shortened.name(), Played.of(shortened, release));
            } catch (IOException | AssertionError | RuntimeException e) {
                throw new AssertionError(cut + ": " + e.getMessage(), e);
            }
        }
    }

    @Test
    void thereAreMany() {
        assertThat(recordings()).hasSizeGreaterThan(240);
        assertThat(recordings()
                        .flatMap(arguments -> Cut.all((Recording) arguments.get()[1]).stream()))
                .hasSizeGreaterThan(2000);
    }
}
