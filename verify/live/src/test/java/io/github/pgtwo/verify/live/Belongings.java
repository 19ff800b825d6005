package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.HashSet;
import java.util.Set;

/** The threads and descriptors of this JVM at a moment, to see that none are left over. */
final class Belongings {
    private static final int TRIES = 1000;

    private final Set<Thread> threads = threads();
    private final int descriptors = descriptors();

    private static Set<Thread> threads() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    private static int descriptors() {
        return new File("/proc/self/fd").list().length;
    }

    /** Those of the proxy go when their sockets have gone, which may take a moment. */
    void assertNoMore() throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (descriptors() <= descriptors && more().isEmpty()) {
                return;
            }
            Thread.sleep(10);
        }
        assertThat(more()).as("threads left over").isEmpty();
        assertThat(descriptors()).as("descriptors").isLessThanOrEqualTo(descriptors);
    }

    private Set<Thread> more() {
        Set<Thread> more = threads();
        more.removeAll(threads);
        more.removeIf(thread -> !thread.isAlive());
        return more;
    }
}
