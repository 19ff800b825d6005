package io.github.pgtwo.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs {@link Console} as a program. */
public final class Main {
    private static final int OUTPUT_BUFFER = 1 << 16;

    private Main() {}

    /** Never returns. */
    public static void main(String[] arguments) {
        System.setProperty("jdk.console", "java.base");
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int status = Console.run(List.of(arguments), System.getenv(), System.in, out, err);
        out.flush();
        err.flush();
        System.exit(status);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        var buffered = new BufferedOutputStream(new FileOutputStream(descriptor), OUTPUT_BUFFER);
        return new PrintStream(buffered, false, StandardCharsets.UTF_8);
    }
}
