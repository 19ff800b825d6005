package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.codec.Bytes;

/**
 * A request with its right answer.
 *
 * @param user as in the startup packet
 * @param challenge the bytes behind the request's code; empty where it has none
 * @param password that the application has set; no word that occurs in texts, as it is looked for in them
 * @param answer what has to be sent, without what frames it
 */
public record Example(String user, Bytes challenge, String password, Bytes answer) {

    ScriptedExchange exchange() {
        return ScriptedExchange.of(user, challenge, password);
    }

    ScriptedExchange exchangeWith(String otherPassword) {
        return ScriptedExchange.of(user, challenge, otherPassword);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "example of " + user;
    }
}
