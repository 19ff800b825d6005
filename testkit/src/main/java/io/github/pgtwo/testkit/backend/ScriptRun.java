package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.testkit.transport.ContractPeer;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** One connection of a scripted server and its thread. */
final class ScriptRun {
    private final ScriptedBackend backend;
    private final ContractPeer peer;
    private final Watch watch;
    private final Talk talk;
    private final Thread thread;
    private final CountDownLatch played = new CountDownLatch(1);
    private Optional<Script> script;

    /** Without a script, it gets its own when its client says anything but a CancelRequest. */
    ScriptRun(ScriptedBackend backend, ContractPeer peer, Watch watch, CancelKeys keys, Optional<Script> script) {
        this.backend = backend;
        this.peer = peer;
        this.watch = watch;
        this.script = script;
        talk = new Talk(peer, keys);
        thread = new Thread(this::run, "backend-connection");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (peer) {
            runReporting();
        } catch (IOException e) {
            // it is over anyhow
        }
    }

    private void runReporting() {
        try {
            if (script.isPresent() || takesScript()) {
                play(script.orElseThrow().steps());
                played.countDown();
                if (!talk.over()) {
                    expectNothingMore();
                }
            }
        } catch (AssertionError e) {
            backend.failed(e);
        } catch (IOException | InterruptedException e) {
            // the client has closed before we did
        } finally {
            played.countDown();
        }
    }

    private boolean takesScript() throws IOException, InterruptedException {
        AtomicBoolean cancels = new AtomicBoolean();
        watch.over(peer::abort, () -> cancels.set(talk.onlyCancels()));
        if (cancels.get()) {
            return false;
        }
        script = backend.next();
        if (script.isEmpty()) {
            throw new AssertionError("there is no script for another connection");
        }
        return true;
    }

    private void play(List<Step> steps) {
        for (int i = 0; i < steps.size() && !talk.over(); i++) {
            Step step = steps.get(i);
            try {
                watch.over(peer::abort, () -> step.action().run(talk));
            } catch (EOFException e) {
                throw failure(i, step, "the client closed", e);
            } catch (IOException | InterruptedException | RuntimeException e) {
                throw failure(i, step, "but " + e, e);
            } catch (AssertionError e) {
                throw failure(i, step, String.valueOf(e.getMessage()), e);
            }
        }
        if (talk.endIsDue()) {
            throw new AssertionError("the script is at fault: it ends before the byte behind which it wants to close");
        }
    }

    private AssertionError failure(int step, Step expected, String came, Throwable cause) {
        return new AssertionError(
                "step " + (step + 1) + ": expected " + expected.what() + ", " + came + " (" + talk.state() + ")",
                cause);
    }

    private void expectNothingMore() throws IOException {
        try {
            talk.rest();
        } catch (AssertionError e) {
            throw new AssertionError("behind the end of the script " + e.getMessage(), e);
        }
    }

    /** Waits until the script is through, each step of which is watched; then closes. */
    void end() throws IOException, InterruptedException {
        played.await();
        peer.close();
        thread.join();
    }
}
