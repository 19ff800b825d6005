package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.testkit.internal.Expect;

/** Looks for secrets in what ends up in logs. */
final class Told {
    private Told() {}

    /** In the exception's text, in those of its causes and of what was suppressed. */
    static void expectNone(String secret, Throwable thrown) {
        expectNone(secret, thrown.getClass().getName(), thrown.toString());
        if (thrown.getCause() != null) {
            expectNone(secret, thrown.getCause());
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            expectNone(secret, suppressed);
        }
    }

    static void expectNone(String secret, String where, String text) {
        Expect.that(!text.contains(secret), where + " tells the secret");
    }
}
