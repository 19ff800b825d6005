package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.auth.Md5Auth;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.testkit.proxy.FaultProxy;
import io.github.pgtwo.transport.tcp.tls.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Runs a flow through a proxy that makes trouble, and checks what became of it. */
final class Lab {
    static final Duration LONG = Duration.ofSeconds(20);

    private static final ServerProfile PROFILE = ServerProfile.of(new ServerVersion(1300, "PostgreSQL 13"));
    private static final Set<Flow> TLS = Set.of(Flow.TLS, Flow.TLS_PREFERRED);
    private static final AtomicLong IDS = new AtomicLong();
    private static final String OTHERS =
            "select 1 from pg_stat_activity where datname = 'faults' and pid <> pg_backend_pid()";

    private final Flow flow;
    private final Duration patience;
    private int firstPiece;

    /** A connection past the proxy, to a database of its own. */
    private static final class Elsewhere {
        static final PgConnection CONNECTION = connect();

        private static PgConnection connect() {
            try (PgConnection first = client("postgres").build().connect()) {
                first.query("create database faults");
            }
            PgConnection connection = client("faults").build().connect();
            connection.query("create table fault_log (id bigint)");
            return connection;
        }

        private static PgClientBuilder client(String database) {
            return PgClient.builder()
                    .endpoint(ServerContract.tcp(Servers.thirteen()))
                    .user(EmbeddedServer.SUPERUSER)
                    .database(database)
                    .discover();
        }
    }

    /** Something to begin where the trouble of a flow begins. */
    interface Trouble {
        void begin(FaultProxy proxy, Tap tap);
    }

    Lab(Flow flow, Duration patience) {
        this.flow = flow;
        this.patience = patience;
    }

    /** How many runs there were. */
    static long runs() {
        return IDS.get();
    }

    /** What the flow says when nothing disturbs it. */
    Itinerary undisturbed() {
        Tap tap = new Tap();
        assertThat(run(tap, (proxy, same) -> {})).isEmpty();
        return Itinerary.of(tap.pieces(), firstPiece);
    }

    /** Returns how the flow failed, if it did. */
    Optional<PgException> run(Trouble trouble) {
        return run(new Tap(), trouble);
    }

    private Optional<PgException> run(Tap tap, Trouble trouble) {
        Trial trial = new Trial(Elsewhere.CONNECTION, IDS.incrementAndGet(), patience);
        AtomicReference<Optional<PgException>> failure = new AtomicReference<>();
        EmbeddedServer server = TLS.contains(flow) ? TlsServers.good() : Servers.thirteen();
        try (FaultProxy proxy = FaultProxy.to(EmbeddedServer.HOST, server.port())) {
            Runnable begin = () -> begin(tap, proxy, trouble);
            PgClient client = client(tap, proxy);
            Watchdog.over(flow.name(), () -> failure.set(talk(client, begin, trial)))
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(tap.open()).as("open sockets").isZero();
        Watchdog.over("leaving the server", Lab::awaitOthersGone).join();
        trial.check(failure.get());
        return failure.get();
    }

    private void begin(Tap tap, FaultProxy proxy, Trouble trouble) {
        firstPiece = tap.pieces().size();
        trouble.begin(proxy, tap);
    }

    private static void awaitOthersGone() {
        while (!Elsewhere.CONNECTION.query(OTHERS).rows().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private PgClient client(Tap tap, FaultProxy proxy) throws IOException {
        PgClientBuilder client = PgClient.builder()
                .endpoint(proxy.endpoint())
                .transport(tap)
                .database("faults")
                .loginTimeout(patience)
                .readTimeout(patience)
                .user(EmbeddedServer.SUPERUSER);
        if (!flow.asks()) {
            client.serverProfile(PROFILE);
        }
        switch (flow) {
            case MD5 -> client.user("by_md5").password("by_md5"::toCharArray).authProvider(new Md5Auth());
            case SSL_REFUSED -> client.tls(Tls.builder(TlsMode.PREFER).build());
            case TLS -> onlyTls(client, TlsMode.REQUIRE);
            case TLS_PREFERRED -> onlyTls(client, TlsMode.PREFER);
            default -> {}
        }
        return client.build();
    }

    private static void onlyTls(PgClientBuilder client, TlsMode mode) throws IOException {
        client.user("only_tls").database("postgres").tls(Tls.builder(mode).build());
    }

    private Optional<PgException> talk(PgClient client, Runnable begin, Trial trial) {
        if (flow.login()) {
            begin.run();
        }
        try (PgConnection connection = client.connect()) {
            if (!flow.login()) {
                begin.run();
            }
            return work(connection, trial);
        } catch (PgException e) {
            checkLost(e);
            return Optional.of(e);
        }
    }

    private Optional<PgException> work(PgConnection connection, Trial trial) {
        try {
            flow.run(connection, trial);
            return Optional.empty();
        } catch (PgException e) {
            checkLost(e);
            assertThat(connection.isOpen()).as("open after %s", e).isFalse();
            assertThatThrownBy(() -> connection.query("select 1"))
                    .isInstanceOfAny(PgTransportException.class, PgUsageException.class);
            return Optional.of(e);
        }
    }

    /** A broken connection is called so, unless the server had the last word. */
    private static void checkLost(PgException e) {
        if (!(e instanceof PgServerException server && server.fatal())) {
            assertThat(e).isInstanceOf(PgTransportException.class);
        }
    }
}
