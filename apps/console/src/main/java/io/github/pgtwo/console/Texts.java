package io.github.pgtwo.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What the program says about itself. */
final class Texts {
    private Texts() {}

    static String help() {
        try (InputStream text = Objects.requireNonNull(Texts.class.getResourceAsStream("help.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As in the manifest of the jar; classes outside of a jar have none. */
    static String version() {
        return Objects.requireNonNullElse(Texts.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
