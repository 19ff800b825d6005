package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.Bytes;
import java.util.List;

/**
 * A recorded conversation between clients and a server: what each side has sent on each connection, in its order. The
 * format is told in {@code docs/recordings.md}. Immutable.
 */
public final class Recording {
    private final String name;
    private final List<Turn> turns;

    /**
     * What one side did.
     *
     * @param line of the text, for the report of a failure
     * @param connection which one, from 1, in the order in which they were opened
     * @param byClient whether it was the client
     * @param bytes none unless they were sent
     */
    public record Turn(int line, int connection, boolean byClient, Kind kind, Bytes bytes) {
        /** What was done. */
        public enum Kind {
            /** Bytes were sent. */
            SENT,
            /** The connection was closed in good order. */
            CLOSED,
            /** The connection was broken. */
            RESET
        }
    }

    /** One that is made, or changed, by a program. */
    public Recording(String name, List<Turn> turns) {
        this.name = name;
        this.turns = List.copyOf(turns);
    }

    /**
     * All recordings of a text.
     *
     * @throws IllegalArgumentException if a line is not as the format wants it
     */
    public static List<Recording> of(String text) {
        return new RecordingReader().read(text);
    }

    /** As in its first line. */
    public String name() {
        return name;
    }

    /** What was done, in its order. */
    public List<Turn> turns() {
        return turns;
    }

    @Override
    public String toString() {
        return name;
    }
}
