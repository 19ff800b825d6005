package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.testkit.internal.Expect;
import java.io.IOException;
import java.util.List;

/** One request, one right answer. */
final class AnswerChecks {
    private final Login login;

    AnswerChecks(Login login) {
        this.login = login;
    }

    List<Rule> rules() {
        return List.of(
                new Rule("one request gets one answer, the right one", this::answers),
                new Rule("the password is asked for once", this::asksOnce));
    }

    private void answers() throws IOException {
        Bytes answer = login.answer(login.example().exchange());
        Expect.that(
                answer.equals(login.example().answer()),
                "the answer of " + answer.length() + " bytes is not that of the example, of "
                        + login.example().answer().length() + " bytes");
    }

    private void asksOnce() throws IOException {
        ScriptedExchange exchange = login.example().exchange();
        login.answer(exchange);
        Expect.that(
                exchange.credentialsTaken() == 1,
                "the provider has asked " + exchange.credentialsTaken()
                        + " times; a source may ask a person each time");
    }
}
