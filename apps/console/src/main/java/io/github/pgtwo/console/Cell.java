package io.github.pgtwo.console;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as a terminal shows it.
 *
 * @param lines at least one
 */
record Cell(List<Line> lines) {
    private static final int TAB = 8;

    /**
     * @param text without characters that would move the cursor
     * @param width in columns of a terminal
     */
    record Line(String text, int width) {}

    static Cell of(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(line(line));
        }
        return new Cell(lines);
    }

    int width() {
        return lines.stream().mapToInt(Line::width).max().orElse(0);
    }

    private static Line line(String text) {
        var shown = new StringBuilder();
        int width = 0;
        for (int codePoint : text.codePoints().toArray()) {
            String visible = visible(codePoint, width);
            shown.append(visible);
            width += visible.length() > Character.charCount(codePoint) ? visible.length() : DisplayWidth.of(codePoint);
        }
        return new Line(shown.toString(), width);
    }

    private static String visible(int codePoint, int column) {
        if (codePoint == '\t') {
            return " ".repeat(TAB - column % TAB);
        }
        if (codePoint == '\r') {
            return "\\r";
        }
        if (Character.isISOControl(codePoint)) {
            return String.format(codePoint < 0x80 ? "\\x%02X" : "\\u%04X", codePoint);
        }
        return Character.toString(codePoint);
    }
}
