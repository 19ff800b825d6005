package io.github.pgtwo.console;

/** What is said about the server to connect to makes no sense. */
final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
