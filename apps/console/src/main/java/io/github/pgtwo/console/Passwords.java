package io.github.pgtwo.console;

import io.github.pgtwo.spi.AuthTarget;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.Secret;
import java.util.Optional;

/** The password that the settings have, or else the one that is typed when a server asks. */
record Passwords(CredentialSource given) implements CredentialSource {

    @Override
    public Optional<Secret> credential(AuthTarget target, String method) {
        return given.credential(target, method).or(() -> ask(target.user()).map(Secret::of));
    }

    // The choice that Main makes for newer JVMs lets them return null without a terminal, as 17 does.
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<char[]> ask(String user) {
        var terminal = System.console();
        if (terminal == null) {
            throw new SettingsException("the server asks for the password of \"" + user
                    + "\", and there is no terminal to ask at: set PGPASSWORD, or put it into ~/.pgpass");
        }
        return Optional.ofNullable(terminal.readPassword("Password for user %s: ", user));
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "Passwords";
    }
}
