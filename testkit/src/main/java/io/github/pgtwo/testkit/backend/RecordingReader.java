package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of recordings. */
final class RecordingReader {
    private static final Pattern NAME = Pattern.compile("# ([^:]+)(:.*)?");
    private static final Pattern TURN = Pattern.compile("([FB])(\\d*)(: .*| end| reset)");

    private final List<Recording> found = new ArrayList<>();
    private final List<Recording.Turn> turns = new ArrayList<>();
    private String name = "";

    List<Recording> read(String text) {
        List<String> lines = text.lines().toList();
        int next;
        for (int at = 0; at < lines.size(); at = next) {
            StringBuilder line = new StringBuilder(lines.get(at));
            for (next = at + 1; next < lines.size() && lines.get(next).startsWith("  "); next++) {
                line.append(lines.get(next), 2, lines.get(next).length());
            }
            take(at + 1, line.toString());
        }
        finish();
        return List.copyOf(found);
    }

    private void take(int number, String line) {
        try {
            if (line.startsWith("#")) {
                begin(line);
            } else if (!line.isBlank() && !line.startsWith("=")) {
                turns.add(turn(number, line));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("line " + number + " is no line of a recording: " + line, e);
        }
    }

    private void begin(String line) {
        finish();
        name = matched(NAME, line).group(1);
    }

    private void finish() {
        if (!name.isEmpty()) {
            found.add(new Recording(name, turns));
        }
        turns.clear();
    }

    private Recording.Turn turn(int number, String line) {
        Matcher turn = matched(TURN, line);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("belongs to no recording");
        }
        int connection = turn.group(2).isEmpty() ? 1 : Integer.parseInt(turn.group(2));
        String what = turn.group(3);
        Recording.Turn.Kind kind = switch (what) {
            case " end" -> Recording.Turn.Kind.CLOSED;
            case " reset" -> Recording.Turn.Kind.RESET;
            default -> Recording.Turn.Kind.SENT;
        };
        Bytes bytes = kind == Recording.Turn.Kind.SENT ? Escaped.bytes(what.substring(2)) : Bytes.EMPTY;
        return new Recording.Turn(number, connection, turn.group(1).equals("F"), kind, bytes);
    }

    private static Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(line);
        }
        return matcher;
    }
}
