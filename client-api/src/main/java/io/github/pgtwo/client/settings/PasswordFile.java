package io.github.pgtwo.client.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code .pgpass}: lines of {@code host:port:database:user:password}, of which the first that matches counts (protocol
 * 2.0, section 11.2). Read anew each time, and not at all if others than its owner have access to it.
 *
 * @param warnings who hears why the file is ignored
 */
record PasswordFile(Path file, Consumer<String> warnings) {
    private static final long LONGEST = 16 << 20;

    /**
     * A fresh array with the password's bytes, as they stand in the file.
     *
     * @param wanted host, port, database and user
     */
    Optional<byte[]> password(List<String> wanted) {
        if (!usable()) {
            return Optional.empty();
        }
        byte[] content = {};
        try {
            content = Files.readAllBytes(file);
            return search(content, wanted);
        } catch (IOException e) { // what cannot be opened counts as missing, as in libpq
            return Optional.empty();
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private boolean usable() {
        if (!Files.exists(file)) {
            return false;
        }
        if (!Files.isRegularFile(file)) {
            return ignored("is not a plain file");
        }
        try {
            if (isOpenToOthers(file)) {
                return ignored("has group or world access; permissions should be u=rw (0600) or less");
            }
            return Files.size(file) <= LONGEST || ignored("has more than 16 MiB");
        } catch (IOException e) {
            return ignored("cannot be examined: " + e.getMessage());
        }
    }

    private boolean ignored(String why) {
        warnings.accept("password file \"" + file + "\" " + why);
        return false;
    }

    /** Whether anybody but its owner has any right on a file; unknown, and taken for no, on Windows. */
    static boolean isOpenToOthers(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null
                && view.readAttributes().permissions().stream()
                        .map(PosixFilePermission::name)
                        .anyMatch(right -> !right.startsWith("OWNER"));
    }

    private static Optional<byte[]> search(byte[] content, List<String> wanted) {
        List<byte[]> fields = wanted.stream()
                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                .toList();
        int start = 0;
        while (start < content.length) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            PasswordLine line = new PasswordLine(content, start, end);
            if (line.matches(fields)) {
                return Optional.of(line.password());
            }
            start = end + 1;
        }
        return Optional.empty();
    }
}
