package io.github.pgtwo.verify.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.spi.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The program of {@code postmaster.c}, in which MIT's own krb5_recvauth takes a client's tickets. */
final class Postmaster implements AutoCloseable {
    private static final Path SOURCE = Path.of("src/test/c/postmaster.c");
    private static final Path PROGRAM = Path.of("target/postmaster").toAbsolutePath();

    private final Process process;
    private final BufferedReader lines;
    private final int port;

    private Postmaster(Process process) throws IOException {
        this.process = process;
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String first = lines.readLine();
        assertThat(first).as("the port").matches("\\d+");
        port = Integer.parseInt(first);
    }

    static void compile() throws IOException, InterruptedException {
        Tool.run(Map.of(), "gcc", "-Wall", "-Wextra", "-Werror", "-o", PROGRAM.toString(), SOURCE.toString(), "-lkrb5");
    }

    /**
     * Starts one.
     *
     * @param version the application version that it expects
     * @param secondsAhead how fast its clock is
     */
    static Postmaster start(MitRealm realm, String service, String version, int secondsAhead) throws IOException {
        return new Postmaster(Tool.start(
                realm.environment(), Redirect.PIPE, PROGRAM.toString(), service, version, "" + secondsAhead));
    }

    static Postmaster start(MitRealm realm) throws IOException {
        return start(realm, "postgres", "postgres", 0);
    }

    Endpoint endpoint() {
        return Endpoint.tcp("localhost", port);
    }

    int port() {
        return port;
    }

    /** Waits for what it says of the next login. */
    String next() throws IOException {
        return lines.readLine();
    }

    @Override
    public void close() throws IOException {
        Tool.stop(process);
        lines.close();
    }
}
