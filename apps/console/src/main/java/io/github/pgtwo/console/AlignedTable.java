package io.github.pgtwo.console;

import io.github.pgtwo.codec.backend.Column;
import java.util.List;

/** The lines of a table in psql's aligned format. */
final class AlignedTable {
    private final List<Cell> names;
    private final List<Boolean> right;
    private final int[] widths;

    /** The names claim their room even where they are not shown, as psql has it. */
    AlignedTable(List<Column> columns) {
        names = columns.stream().map(column -> Cell.of(column.name().utf8())).toList();
        right = columns.stream()
                .map(column -> NumericTypes.include(column.typeOid()))
                .toList();
        widths = names.stream().mapToInt(Cell::width).toArray();
    }

    void widenFor(List<Cell> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).width());
        }
    }

    /** The names, centred, and the rule below them. */
    String header() {
        var text = new StringBuilder();
        for (int line = 0; line < height(names); line++) {
            for (int i = 0; i < widths.length; i++) {
                appendName(text, line, i);
            }
            text.append('\n');
        }
        return text.append(rule()).toString();
    }

    private void appendName(StringBuilder text, int line, int column) {
        List<Cell.Line> lines = names.get(column).lines();
        text.append(' ');
        if (line < lines.size()) {
            int free = widths[column] - lines.get(line).width();
            text.append(" ".repeat(free / 2)).append(lines.get(line).text()).append(" ".repeat((free + 1) / 2));
        } else {
            text.append(" ".repeat(widths[column]));
        }
        text.append(line + 1 < lines.size() ? '+' : ' ');
        appendDivider(text, column);
    }

    private String rule() {
        var text = new StringBuilder("-");
        for (int i = 0; i < widths.length; i++) {
            text.append(i == 0 ? "" : "-+-").append("-".repeat(widths[i]));
        }
        return text.append("-\n").toString();
    }

    /** One row, in as many lines as its highest cell. */
    String row(List<Cell> row) {
        var text = new StringBuilder();
        for (int line = 0; line < height(row); line++) {
            for (int i = 0; i < widths.length; i++) {
                appendValue(text, row.get(i).lines(), line, i);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private void appendValue(StringBuilder text, List<Cell.Line> lines, int line, int column) {
        boolean more = line + 1 < lines.size();
        String value = line < lines.size() ? lines.get(line).text() : "";
        String padding = " "
                .repeat(widths[column] - (line < lines.size() ? lines.get(line).width() : 0));
        text.append(' ');
        if (right.get(column)) {
            text.append(line < lines.size() || !isLast(column) ? padding : "").append(value);
        } else {
            text.append(value).append(more || !isLast(column) ? padding : "");
        }
        text.append(more ? "+" : isLast(column) ? "" : " ");
        appendDivider(text, column);
    }

    private void appendDivider(StringBuilder text, int column) {
        if (!isLast(column)) {
            text.append('|');
        }
    }

    private boolean isLast(int column) {
        return column == widths.length - 1;
    }

    private static int height(List<Cell> row) {
        return row.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
    }
}
