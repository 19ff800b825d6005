package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.frontend.CancelRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/** The keys that were given out, and who came with one. */
final class CancelKeys {
    private final Map<CancelRequest, Semaphore> given = new ConcurrentHashMap<>();
    private final List<CancelRequest> requests = new CopyOnWriteArrayList<>();

    void hold(BackendKeyData key, Semaphore cancelled) {
        given.put(new CancelRequest(key.processId(), key.secretKey()), cancelled);
    }

    /** Servers ignore a wrong key (section 9). */
    void cancel(CancelRequest request) {
        requests.add(request);
        Semaphore cancelled = given.get(request);
        if (cancelled != null) {
            cancelled.release();
        }
    }

    List<CancelRequest> requests() {
        return List.copyOf(requests);
    }
}
