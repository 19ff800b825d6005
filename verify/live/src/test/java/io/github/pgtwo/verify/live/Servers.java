package io.github.pgtwo.verify.live;

import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.embedded.EmbeddedServerBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The real servers of this run; each starts when it is first asked for and ends with the JVM. */
final class Servers {
    /** The releases that speak protocol 2.0 and for which there are binaries; the last one gets the most of tests. */
    static final List<String> RELEASES = List.of("9.6", "10", "11", "12", "13");

    private static final Map<String, CompletableFuture<EmbeddedServer>> STARTED = new ConcurrentHashMap<>();

    private Servers() {}

    /** A server of that release, with users of each login method; the password of all is their name. */
    static EmbeddedServer of(String release) {
        return starting(release).join();
    }

    /** PostgreSQL 13, the same. */
    static EmbeddedServer thirteen() {
        return of("13");
    }

    /** PostgreSQL 17, which refuses protocol 2.0. */
    static EmbeddedServer seventeen() {
        return of("17");
    }

    /** Starts all {@link #RELEASES} at the same time, and waits for them: outside of tests, which may not take long. */
    static void startAll() {
        CompletableFuture.allOf(RELEASES.stream().map(Servers::starting).toArray(CompletableFuture[]::new))
                .join();
    }

    private static CompletableFuture<EmbeddedServer> starting(String release) {
        return STARTED.computeIfAbsent(
                release, name -> OwnThread.supply(() -> configured(name).start()));
    }

    private static EmbeddedServerBuilder configured(String release) {
        return release.equals("13")
                ? configured()
                : configured().binaries(Path.of("target", "servers", release + ".jar"));
    }

    /** A server of its own for a test that breaks it. */
    static EmbeddedServer start() {
        return configured().start();
    }

    private static EmbeddedServerBuilder configured() {
        return EmbeddedServer.builder()
                .hba(
                        "local all by_password password",
                        "host all by_password 127.0.0.1/32 password",
                        "local all by_nothing reject",
                        "host all by_nothing 127.0.0.1/32 reject")
                .sql(
                        "create role by_md5 login password 'by_md5'",
                        "create role by_password login password 'by_password'",
                        "create role by_nothing login password 'by_nothing'");
    }
}
