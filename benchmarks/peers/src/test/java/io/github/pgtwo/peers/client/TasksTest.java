package io.github.pgtwo.peers.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TasksTest {
    private final AtomicInteger open = new AtomicInteger();

    private Conversation connect() {
        open.incrementAndGet();
        return new Conversation() {
            @Override
            public long ping(int times) {
                return times;
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    private void assertLeavesOpenUpToClear(Task task) throws Exception {
        task.run(3);
        assertThat(open).hasValue(3);
        task.run(2);
        assertThat(open).as("new ones in each run").hasValue(5);
        task.clear();
        assertThat(open).hasValue(0);
        task.run(1);
        task.close();
        assertThat(open).hasValue(0);
    }

    @Test
    void idleConnectionsAreOpenUpToClear() throws Exception {
        assertLeavesOpenUpToClear(Tasks.idle(this::connect));
    }

    @Test
    void busyConnectionsAreOpenUpToClear() throws Exception {
        assertLeavesOpenUpToClear(Tasks.busy(this::connect));
    }

    @Test
    void oneConnectionIsNotCleared() throws Exception {
        try (Task task = Tasks.single(this::connect, Conversation::ping)) {
            task.run(1);
            task.clear();
            assertThat(open).hasValue(1);
        }
        assertThat(open).hasValue(0);
    }
}
