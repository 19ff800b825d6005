package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.testkit.internal.Expect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What cannot be answered is told, and nothing is sent. */
final class FailureChecks {
    private final Login login;
    private final List<Bytes> unusable;

    FailureChecks(Login login, List<Bytes> unusable) {
        this.login = login;
        this.unusable = unusable;
    }

    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(
                new Rule("without a password nothing is sent", this::withoutPassword),
                new Rule("an empty password is refused, as servers would", this::emptyPassword),
                new Rule("a broken connection is passed on as it is", this::brokenConnection)));
        for (Bytes challenge : unusable) {
            rules.add(new Rule("the challenge " + challenge + " is refused", () -> refuses(challenge)));
        }
        return rules;
    }

    private void withoutPassword() throws IOException {
        Example example = login.example();
        expectRefusal(ScriptedExchange.withoutPassword(example.user(), example.challenge()), "a missing password");
    }

    private void emptyPassword() throws IOException {
        expectRefusal(login.example().exchangeWith(""), "an empty password");
    }

    private void refuses(Bytes challenge) throws IOException {
        Example example = login.example();
        ScriptedExchange exchange = ScriptedExchange.of(example.user(), challenge, example.password());
        expectRefusal(exchange, "the challenge " + challenge);
        Expect.that(exchange.wiped(), "the secret has not been closed: its characters are still in memory");
    }

    private void expectRefusal(ScriptedExchange exchange, String why) throws IOException {
        AuthenticationException refusal = login.refusal(exchange, why);
        Expect.that(exchange.sent().isEmpty(), why + " is refused, but something has been sent");
        String reason = refusal.getMessage();
        Expect.that(reason != null && !reason.isBlank(), why + " is refused without a reason");
        Told.expectNone(login.example().password(), refusal);
    }

    private void brokenConnection() {
        IOException broken = new IOException("connection reset");
        try {
            login.provider().authenticate(login.example().exchange().failing(broken));
        } catch (IOException | RuntimeException e) {
            Expect.that(e == broken, "instead of the exception of sendPassword() comes " + e);
            return;
        }
        throw new AssertionError("the provider returns as if its answer had been sent");
    }
}
