package io.github.pgtwo.examples;

import io.github.pgtwo.client.LargeObject;
import io.github.pgtwo.client.LargeObjects;
import io.github.pgtwo.client.PgConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps a file in the database; arguments: host, port, user, password, database, file, copy to make. */
public final class LargeObjectFile {
    private LargeObjectFile() {}

    /** Stores the file, looks at its end, and writes the copy. */
    public static void main(String[] args) throws IOException {
        try (PgConnection connection = Arguments.client(args).connect()) {
            long oid = connection.inTransaction(on -> store(on.largeObjects(), Path.of(args[5])));
            System.out.println("last byte: " + connection.inTransaction(on -> lastByte(on.largeObjects(), oid)));
            System.out.println("copied: " + connection.inTransaction(on -> copy(on.largeObjects(), oid, args[6])));
            connection.largeObjects().unlink(oid);
        }
    }

    private static long store(LargeObjects objects, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return objects.importFrom(in);
        }
    }

    private static int lastByte(LargeObjects objects, long oid) {
        try (LargeObject object = objects.open(oid)) {
            object.seek(object.size() - 1);
            return object.read(1).at(0);
        }
    }

    private static long copy(LargeObjects objects, long oid, String file) throws IOException {
        try (OutputStream out = Files.newOutputStream(Path.of(file))) {
            return objects.exportTo(oid, out);
        }
    }
}
