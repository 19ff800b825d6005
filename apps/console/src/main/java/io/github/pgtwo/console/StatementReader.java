package io.github.pgtwo.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Cuts input into texts to send: each ends where a line ends with a semicolon, or with the input. */
final class StatementReader {
    private final BufferedReader lines;

    StatementReader(InputStream in) {
        lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** The next text that is not blank; null at the end. */
    @Nullable
    String next() {
        var text = new StringBuilder();
        String line = readLine();
        while (line != null) {
            text.append(line).append('\n');
            if (line.stripTrailing().endsWith(";")) {
                return text.toString();
            }
            line = readLine();
        }
        return text.toString().isBlank() ? null : text.toString();
    }

    private @Nullable String readLine() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
