package io.github.pgtwo.client.recorded;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.testkit.backend.Recording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A recording as pgtwo's client will play it: what the client asks behind each login is put in, what it would never say
 * is left out, and all that was said is read into messages.
 */
final class Played {
    /** What 6.4 takes; the client refuses more, which the recorder sent all the same. */
    private static final int LONGEST_6_4 = 8193;

    /** The packet has room for one byte more, but it is for the end. */
    private static final int LAST_OF_OPTIONS = 8 + 64 + 32 + 63;

    private final String release;
    private final Map<Integer, PlayedConnection> connections = new LinkedHashMap<>();
    private final Set<Integer> neverBegun = new HashSet<>();
    private final List<Recording.Turn> turns = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    /** Something happens on a connection: a step of the client begins, or the server says or does something. */
    record Event(PlayedConnection connection, PlayedConnection.Step step, boolean begins) {}

    private Played(String release) {
        this.release = release;
    }

    static Played of(Recording recording, String release) {
        Played played = new Played(release);
        for (Recording.Turn turn : recording.turns()) {
            played.take(turn);
        }
        return played;
    }

    private void take(Recording.Turn turn) {
        if (neverBegun.contains(turn.connection())) {
            return;
        }
        PlayedConnection connection = connections.computeIfAbsent(
                turn.connection(), number -> new PlayedConnection(connections.size() + 1, release));
        if (turn.byClient() && isUnsayable(turn, connection)) {
            connection.leaveOut();
        } else if (!connection.isLeftOut(turn)) {
            int before = connection.steps().size();
            turns.addAll(connection.take(turn));
            List<PlayedConnection.Step> steps = connection.steps();
            steps.subList(before, steps.size()).forEach(step -> events.add(new Event(connection, step, true)));
            if (!turn.byClient() && !steps.isEmpty()) {
                events.add(new Event(connection, steps.get(steps.size() - 1), false));
            }
        }
        if (connection.isNeverBegun()) {
            connections.remove(turn.connection());
            neverBegun.add(turn.connection());
        }
    }

    private boolean isUnsayable(Recording.Turn turn, PlayedConnection connection) {
        boolean first = connection.steps().isEmpty();
        return (release.equals("6.4") && turn.bytes().length() > LONGEST_6_4)
                || (first
                        && turn.bytes().length() == LAST_OF_OPTIONS + 129
                        && turn.bytes().at(LAST_OF_OPTIONS) != 0)
                || (first && isCancel(turn.bytes()) && target(turn.bytes()) == null);
    }

    static boolean isCancel(Bytes first) {
        return first.length() == 16;
    }

    /** Whose command it is to end: none with a wrong key, nor while nothing runs, when the client asks for nothing. */
    private PlayedConnection target(Bytes packet) {
        return connections.values().stream()
                .filter(connection -> connection.isBusy() && connection.key().equals(packet.slice(8, 16)))
                .findFirst()
                .orElse(null);
    }

    PlayedConnection target(CancelRequest request) {
        return connections.values().stream()
                .filter(connection -> connection.hasKey(request))
                .findFirst()
                .orElseThrow();
    }

    List<Event> events() {
        return events;
    }

    List<PlayedConnection> connections() {
        return List.copyOf(connections.values());
    }

    boolean says(FrontendKind kind) {
        return events.stream().anyMatch(event -> event.step().said().kind() == kind);
    }

    Recording recording(String name) {
        return new Recording(name, turns);
    }
}
