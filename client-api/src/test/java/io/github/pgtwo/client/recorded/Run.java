package io.github.pgtwo.client.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.codec.frontend.CancelRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Does with the client what was done in a recording, each connection in a thread of its own, in the recorded order. */
final class Run implements AutoCloseable {
    private static final int SECONDS = 20;

    private final Played played;
    private final Supplier<PgClientBuilder> builder;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<PlayedConnection, User> users = new HashMap<>();
    private final Map<PlayedConnection, Deque<Future<?>>> running = new HashMap<>();

    Run(Played played, Supplier<PgClientBuilder> builder) {
        this.played = played;
        this.builder = builder;
    }

    void all() throws InterruptedException {
        for (Played.Event event : played.events()) {
            if (event.begins()) {
                begin(event.connection(), event.step());
            } else {
                heard(event.connection());
            }
        }
        for (PlayedConnection connection : played.connections()) {
            await(connection);
        }
    }

    private void begin(PlayedConnection connection, PlayedConnection.Step step) throws InterruptedException {
        if (step.said() instanceof CancelRequest request) {
            User target = users.get(played.target(request));
            submit(connection, () -> assertThat(target.cancel()).isTrue());
            return;
        }
        await(connection);
        User user = users.computeIfAbsent(connection, key -> new User(connection, builder.get()));
        submit(connection, () -> user.take(step));
    }

    private void submit(PlayedConnection connection, Runnable task) {
        running.computeIfAbsent(connection, key -> new ArrayDeque<>()).add(threads.submit(task));
    }

    /** What the server says while nothing runs, it says by itself. */
    private void heard(PlayedConnection connection) throws InterruptedException {
        if (running.getOrDefault(connection, new ArrayDeque<>()).isEmpty() && users.containsKey(connection)) {
            users.get(connection).listen();
        }
        await(connection);
    }

    private void await(PlayedConnection connection) throws InterruptedException {
        Deque<Future<?>> tasks = running.getOrDefault(connection, new ArrayDeque<>());
        while (!tasks.isEmpty()) {
            try {
                tasks.remove().get(SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw new AssertionError(e.getCause().getMessage(), e.getCause());
            } catch (TimeoutException e) {
                throw new AssertionError("the client waits for ever", e);
            }
        }
    }

    @Override
    public void close() {
        users.values().forEach(User::close);
        threads.shutdownNow();
    }
}
