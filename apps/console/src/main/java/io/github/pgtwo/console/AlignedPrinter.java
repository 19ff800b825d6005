package io.github.pgtwo.console;

import io.github.pgtwo.client.Results;
import io.github.pgtwo.client.Row;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A table with columns as wide as their widest value; holds all its rows. */
final class AlignedPrinter implements ResultPrinter {
    private final PrintStream out;
    private final boolean bare;

    AlignedPrinter(PrintStream out, boolean bare) {
        this.out = out;
        this.bare = bare;
    }

    @Override
    public void print(Results results) {
        var table = new AlignedTable(results.columns());
        List<List<Cell>> rows = new ArrayList<>();
        while (results.nextRow()) {
            List<Cell> row = cells(results.row());
            table.widenFor(row);
            rows.add(row);
        }
        print(table, rows);
    }

    private void print(AlignedTable table, List<List<Cell>> rows) {
        if (!bare) {
            out.print(table.header());
        }
        rows.forEach(row -> out.print(table.row(row)));
        if (!bare) {
            out.print(ResultPrinter.footer(rows.size()));
        }
        out.print("\n");
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.columns(); i++) {
            cells.add(Cell.of(Objects.requireNonNullElse(row.text(i), "")));
        }
        return cells;
    }
}
