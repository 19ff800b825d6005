package io.github.pgtwo.client.wire;

import io.github.pgtwo.client.error.ServerMessage;
import java.util.ArrayList;
import java.util.List;

/** The notices of one exchange, as many as a program may want to see: a server can send them without end. */
public final class NoticeLog {
    /** How many are kept. */
    public static final int MOST = 1000;

    private static final int MOST_CHARACTERS = 1_000_000;

    private List<ServerMessage> kept = new ArrayList<>();
    private int characters;
    private String last = "";

    /** Keeps one if there is room. */
    public void add(ServerMessage notice) {
        last = notice.forLogs();
        int length = notice.raw().length();
        if (kept.size() < MOST && characters + length <= MOST_CHARACTERS) {
            kept.add(notice);
            characters += length;
        }
    }

    /** Those that are kept. */
    List<ServerMessage> all() {
        return List.copyOf(kept);
    }

    /** Hands them over. */
    List<ServerMessage> take() {
        if (kept.isEmpty()) {
            return List.of();
        }
        List<ServerMessage> taken = kept;
        kept = new ArrayList<>();
        characters = 0;
        return taken;
    }

    /** The latest one, fit for messages; empty if there was none. */
    String last() {
        return last;
    }

    void clear() {
        kept.clear();
        characters = 0;
        last = "";
    }
}
