package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.testkit.internal.Expect;
import java.io.IOException;
import java.util.List;

/** The password does not outlive the login. */
final class SecretChecks {
    private final Login login;

    SecretChecks(Login login) {
        this.login = login;
    }

    List<Rule> rules() {
        return List.of(
                new Rule("the secret is closed after the answer", this::closes),
                new Rule("the secret is closed after a failure to send", this::closesAfterFailure),
                new Rule("a password that cannot be encoded is refused, closed and not told", this::closesUnencodable),
                new Rule("toString() tells no secret", this::tellsNothing));
    }

    private void closes() throws IOException {
        ScriptedExchange exchange = login.example().exchange();
        login.answer(exchange);
        expectWiped(exchange);
    }

    private void closesAfterFailure() {
        ScriptedExchange exchange = login.example().exchange().failing(new IOException("connection reset"));
        try {
            login.provider().authenticate(exchange);
        } catch (IOException | RuntimeException e) {
            Told.expectNone(login.example().password(), e);
        }
        expectWiped(exchange);
    }

    private void closesUnencodable() throws IOException {
        String impossible = "un\ud800encodable-secret";
        ScriptedExchange exchange = login.example().exchangeWith(impossible);
        Exception refusal = login.refusal(exchange, "a password that its charset cannot express");
        Expect.that(exchange.sent().isEmpty(), "something has been sent all the same");
        expectWiped(exchange);
        Told.expectNone("encodable-secret", refusal);
    }

    private void tellsNothing() throws IOException {
        login.answer(login.example().exchange());
        String text = login.provider().toString();
        Told.expectNone(login.example().password(), "toString()", text);
        Told.expectNone(login.example().answer().utf8(), "toString()", text);
    }

    private static void expectWiped(ScriptedExchange exchange) {
        Expect.that(exchange.wiped(), "the secret has not been closed: its characters are still in memory");
    }
}
