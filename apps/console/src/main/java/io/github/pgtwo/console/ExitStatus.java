package io.github.pgtwo.console;

/** What a run ends with; the numbers are psql's. */
enum ExitStatus {
    OK(0),
    FAILED(1),
    NO_CONNECTION(2);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
