package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.testkit.internal.Expect;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One provider serves all logins of an application, one after the other and at once. */
final class SharingChecks {
    private static final String OTHER_PASSWORD = "another one";

    private final Login login;

    SharingChecks(Login login) {
        this.login = login;
    }

    List<Rule> rules() {
        return List.of(
                new Rule("a login leaves nothing behind for the next", this::oneAfterTheOther),
                new Rule("logins at the same time do not mix", this::atOnce));
    }

    private void oneAfterTheOther() throws IOException {
        for (int i = 0; i < 3; i++) {
            expectExample(login.answer(login.example().exchange()));
            Bytes answer = login.answer(other());
            Expect.that(!answer.equals(login.example().answer()), "another password gets the same answer");
        }
        login.refusal(
                ScriptedExchange.withoutPassword("other", login.example().challenge()),
                "a missing password, after logins that had one,");
    }

    /** Lets another login run from its begin to its end, at each point where the provider waits for the client. */
    private void atOnce() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        login.answer(login.example().exchange().atEachCall(calls::incrementAndGet));
        for (int at = 1; at <= calls.get(); at++) {
            int pause = at;
            AtomicInteger call = new AtomicInteger();
            ScriptedExchange exchange = login.example().exchange().atEachCall(() -> {
                if (call.incrementAndGet() == pause) {
                    runOther();
                }
            });
            expectExample(login.answer(exchange));
        }
    }

    private void runOther() {
        Thread other = new Thread(this::logInAsOther, "other-login");
        other.setDaemon(true);
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void logInAsOther() {
        try {
            login.provider().authenticate(other());
        } catch (IOException | RuntimeException e) {
            // how the other one fares is not the question
        }
    }

    private ScriptedExchange other() {
        return ScriptedExchange.of("other", login.example().challenge(), OTHER_PASSWORD);
    }

    private void expectExample(Bytes answer) {
        Expect.that(answer.equals(login.example().answer()), "another login has changed the answer of this one");
    }
}
