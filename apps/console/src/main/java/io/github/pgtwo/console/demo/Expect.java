package io.github.pgtwo.console.demo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what came back with what should have. */
final class Expect {
    private Expect() {}

    static void same(@Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new IllegalStateException("expected " + expected + ", got " + actual);
        }
    }

    /** The message of the exception that the action has to throw, which has to hold some words. */
    static String failure(Class<? extends Exception> kind, String words, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage());
            if (kind.isInstance(e) && message.contains(words)) {
                return kind.getSimpleName() + ": " + message;
            }
            throw e;
        }
        throw new IllegalStateException("expected a failure with \"" + words + "\", got none");
    }
}
