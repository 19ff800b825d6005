package io.github.pgtwo.client;

import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.testkit.backend.Script;
import io.github.pgtwo.testkit.backend.ScriptedBackend;
import io.github.pgtwo.testkit.transport.MemoryTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A scripted server in memory, which lets alice in; closing it fails if a client has said anything else. */
final class LoggedInServer implements AutoCloseable {
    private final MemoryTransport memory = new MemoryTransport();
    private final List<ScriptedBackend> started = new ArrayList<>();
    private final int release;
    private Script script;

    LoggedInServer() {
        this(1300);
    }

    LoggedInServer(int release) {
        this(release, new Script().login());
    }

    /** Of a release of choice, with a script that begins with the login. */
    LoggedInServer(int release, Script script) {
        this.release = release;
        this.script = script;
    }

    /** Waits for this query next, and answers it so. */
    LoggedInServer on(String sql, BackendMessage... answer) {
        return then(next -> next.expectQuery(sql)).and(answer);
    }

    /** Says this as well. */
    LoggedInServer and(BackendMessage... more) {
        return then(next -> next.answer(more));
    }

    LoggedInServer then(UnaryOperator<Script> more) {
        script = more.apply(script);
        return this;
    }

    /** Begins to play the script for one connection. */
    PgClientBuilder client() {
        started.add(ScriptedBackend.on(memory, Duration.ofSeconds(10), script));
        return PgClient.builder()
                .transport(memory)
                .endpoint(memory.endpoint())
                .user("alice")
                .database("shop")
                .serverProfile(Profiles.of(release));
    }

    /** All that have come. */
    List<CancelRequest> cancelRequests() {
        return started.stream()
                .flatMap(backend -> backend.cancelRequests().stream())
                .toList();
    }

    PgConnection connect() {
        return client().build().connect();
    }

    @Override
    public void close() throws IOException {
        for (ScriptedBackend backend : started) {
            backend.close();
        }
    }
}
