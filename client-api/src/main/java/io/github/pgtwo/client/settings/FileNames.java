package io.github.pgtwo.client.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files, which not every text can be: a NUL is in none, and some locales lack characters. */
final class FileNames {
    private FileNames() {}

    static Path path(Setting setting, String name) {
        return path(Wrong.option(setting), name);
    }

    /** The same of a variable that is no setting. */
    static Path ofVariable(String variable, String name) {
        return path("environment variable \"" + variable + "\"", name);
    }

    private static Path path(String named, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw Wrong.value(named, name, "cannot be the name of a file: " + e.getReason());
        }
    }
}
