package io.github.pgtwo.peers.client;

import java.util.List;

/** Where a server listens; who logs in there is always the same. */
public record Place(String host, int port) {
    /** A superuser with a password of the same name, who logs in by md5. */
    public static final String USER = "peer";

    /** The database with the tables. */
    public static final String DATABASE = "postgres";

    /** For {@link #of}. */
    public List<String> arguments() {
        return List.of(host, Integer.toString(port));
    }

    /** From two arguments of a program. */
    static Place of(String host, String port) {
        return new Place(host, Integer.parseInt(port));
    }
}
