package io.github.pgtwo.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What is where in the folder of a server. */
record Layout(Path folder) {
    /** A socket's path has to fit into 107 bytes; this leaves room for the folder's own part of it. */
    private static final int LONGEST_BASE = 60;

    /** A fresh folder that nobody else can look into. */
    static Layout create() {
        try {
            var layout = new Layout(Files.createTempDirectory(base(), "pgtwo-"));
            Files.createDirectory(layout.sockets());
            return layout;
        } catch (IOException e) {
            throw new EmbeddedServerException("no folder for the server", e);
        }
    }

    private static Path base() {
        Path usual = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        return usual.toString().length() <= LONGEST_BASE ? usual : Path.of("/tmp");
    }

    Path programs() {
        return folder.resolve("programs");
    }

    String program(String name) {
        return programs().resolve("bin").resolve(name).toString();
    }

    Path data() {
        return folder.resolve("data");
    }

    Path sockets() {
        return folder.resolve("socket");
    }

    Path log() {
        return folder.resolve("log");
    }

    String readLog() {
        try {
            return Files.readString(log(), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, new Deletion());
            }
        } catch (IOException e) {
            throw new EmbeddedServerException("cannot remove " + folder, e);
        }
    }

    /** Tolerates files that somebody else removes at the same time. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw problem;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
