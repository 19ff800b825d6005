package io.github.pgtwo.verify.live;

import io.github.pgtwo.embedded.EmbeddedServer;
import java.nio.file.Path;

/** The real servers of this run; each starts when it is first asked for and ends with the JVM. */
final class Servers {
    private Servers() {}

    private static final class Thirteen {
        static final EmbeddedServer SERVER = start();
    }

    private static final class Seventeen {
        static final EmbeddedServer SERVER = EmbeddedServer.builder()
                .binaries(Path.of("target", "servers", "17.jar"))
                .start();
    }

    /** PostgreSQL 13 with users of each login method; the password of all is their name. */
    static EmbeddedServer thirteen() {
        return Thirteen.SERVER;
    }

    /** PostgreSQL 17, which refuses protocol 2.0. */
    static EmbeddedServer seventeen() {
        return Seventeen.SERVER;
    }

    /** A server of its own for a test that breaks it. */
    static EmbeddedServer start() {
        return EmbeddedServer.builder()
                .hba(
                        "local all by_password password",
                        "host all by_password 127.0.0.1/32 password",
                        "local all by_nothing reject",
                        "host all by_nothing 127.0.0.1/32 reject")
                .sql(
                        "create role by_md5 login password 'by_md5'",
                        "create role by_password login password 'by_password'",
                        "create role by_nothing login password 'by_nothing'")
                .start();
    }
}
