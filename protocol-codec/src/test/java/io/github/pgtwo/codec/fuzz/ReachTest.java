package io.github.pgtwo.codec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ServerRawBytes;
import io.github.pgtwo.codec.frontend.ClientRawBytes;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every message comes out of what was kept of fuzzing, without the seeds that it began with. */
class ReachTest {
    /** No decoder makes messages of raw bytes. */
    private static final Set<Object> RAW = Set.of(
            BackendKind.SERVER_RAW_BYTES, ServerRawBytes.class, FrontendKind.CLIENT_RAW_BYTES, ClientRawBytes.class);

    @Test
    void everyMessageOfAServer() throws Exception {
        assertReached(
                reached("BackendDecoder", BackendDecoderFuzzTest::play), BackendMessage.class, BackendKind.values());
    }

    @Test
    void everyMessageOfAClient() throws Exception {
        assertReached(
                reached("FrontendDecoder", FrontendDecoderFuzzTest::play),
                FrontendMessage.class,
                FrontendKind.values());
    }

    private static void assertReached(Set<Object> reached, Class<?> message, Enum<?>[] kinds) {
        List<Object> expected = Stream.<Object>concat(Stream.of(kinds), records(message))
                .filter(what -> !RAW.contains(what))
                .toList();
        assertThat(reached).contains(Bytes.class).containsAll(expected);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(ReachTest::records);
    }

    private static Set<Object> reached(String decoder, Function<byte[], Heard> play)
            throws IOException, URISyntaxException {
        Path inputs = Path.of(
                ReachTest.class.getResource(decoder + "FuzzTestInputs/decode").toURI());
        Set<Object> reached = new HashSet<>();
        try (Stream<Path> files = Files.list(inputs)) {
            for (Path file : files.toList()) {
                reached.addAll(play.apply(Files.readAllBytes(file)).reached());
            }
        }
        return reached;
    }
}
