package io.github.pgtwo.verify.modules;

import static io.github.pgtwo.testkit.backend.Answers.key;
import static io.github.pgtwo.testkit.backend.Answers.md5;
import static io.github.pgtwo.testkit.backend.Answers.ok;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.pgtwo.HmacAuth;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.testkit.backend.Script;
import io.github.pgtwo.testkit.backend.ScriptedBackend;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Plug-ins of somebody else, in a jar of their own, are found in all ways that there are, on both paths. */
class SamplePluginTest {
    private static final String GUICE = "guice";
    private static final String GUICE_MODULES = ",com.google.guice,com.google.common,jakarta.inject";

    /** HMAC-SHA-256 of the salt under the password, as a server of that owner would compute it. */
    private static final String ANSWER = "b7507f5f17e53e49872865077df88f803698ae0cfe871e68384233ec9f0795d3";

    private static final Script LOGIN = new Script()
            .expect(FrontendKind.STARTUP_PACKET)
            .answer(md5(0x5b3c9a01))
            .expect(new PasswordPacket(Bytes.utf8(ANSWER)))
            .answer(ok(), key(1, 2), ready())
            .expect(FrontendKind.TERMINATE);

    private static final Script REFUSED = new Script()
            .expect(FrontendKind.STARTUP_PACKET)
            .answer(md5(0x5b3c9a01))
            .expectEnd();

    @ParameterizedTest
    @ValueSource(strings = {"named", "builder", GUICE})
    void onTheClassPath(String how) throws Exception {
        run(LOGIN, List.of("-cp", classPath(how)), how, "logged in: true, client in null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"named", "builder", GUICE})
    void onTheModulePath(String how) throws Exception {
        run(LOGIN, modulePath(how), how, "logged in: true, client in io.github.pgtwo.client");
    }

    /** What lies on a path is not asked for passwords because of that. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLoginMethodThatNobodyNamesIsNotUsed(boolean modules) throws Exception {
        String how = "unnamed";
        List<String> paths = modules ? modulePath(how) : List.of("-cp", classPath(how));
        run(REFUSED, paths, how, "no login method of this client answers that");
    }

    private static void run(Script script, List<String> paths, String how, String expected) throws Exception {
        try (ScriptedBackend backend = ScriptedBackend.onTcp(script)) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(paths);
            int port = ((Endpoint.Tcp) backend.endpoint()).port();
            command.addAll(List.of(SampleLogin.class.getName(), how, Integer.toString(port)));
            assertThat(output(command)).contains(expected);
        }
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
        return output;
    }

    private static String classPath(String how) {
        return Project.built(SampleLogin.class) + File.pathSeparator + jars(how);
    }

    /** Nothing names the plug-in's module: the client's use of its services brings it in. */
    private static List<String> modulePath(String how) {
        String roots = "io.github.pgtwo.client" + (how.equals(GUICE) ? GUICE_MODULES : "");
        return List.of(
                "-p",
                jars(how),
                "--add-modules",
                roots,
                "-cp",
                Project.built(SampleLogin.class).toString());
    }

    /** The client, the plug-in and what they need; Guice only where it is used. */
    private static String jars(String how) {
        Stream<Path> needed = Stream.of(Bytes.class, Transport.class, PgClient.class, Logger.class, HmacAuth.class)
                .map(Project::built);
        return Stream.concat(needed, how.equals(GUICE) ? guice() : Stream.empty())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> guice() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .filter(jar -> jar.getFileName()
                        .toString()
                        .matches("(guice|guava|failureaccess|jakarta\\.inject-api|aopalliance)-.*"));
    }
}
