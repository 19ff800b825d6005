package io.github.pgtwo.console;

import io.github.pgtwo.client.Results;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.codec.Bytes;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Fields with a separator between them, in the bytes of the server, each row as soon as it is there. */
final class UnalignedPrinter implements ResultPrinter {
    private static final int ROWS_BETWEEN_CHECKS = 10_000;

    private final PrintStream out;
    private final byte[] separator;
    private final boolean bare;

    UnalignedPrinter(PrintStream out, String separator, boolean bare) {
        this.out = out;
        this.separator = separator.getBytes(StandardCharsets.UTF_8);
        this.bare = bare;
    }

    @Override
    public void print(Results results) {
        if (!bare) {
            printHeader(results.columns().stream().map(column -> column.name()).toList());
        }
        long rows = 0;
        while (results.nextRow() && readerIsThere(rows)) {
            rows++;
            print(results.row());
        }
        if (!bare) {
            out.print(ResultPrinter.footer(rows));
        }
    }

    private boolean readerIsThere(long rows) {
        return rows % ROWS_BETWEEN_CHECKS != ROWS_BETWEEN_CHECKS - 1 || !out.checkError();
    }

    private void printHeader(List<Bytes> names) {
        for (int i = 0; i < names.size(); i++) {
            separate(i);
            out.writeBytes(names.get(i).toByteArray());
        }
        out.write('\n');
    }

    private void print(Row row) {
        for (int i = 0; i < row.columns(); i++) {
            separate(i);
            Bytes value = row.value(i);
            if (value != null) {
                out.writeBytes(value.toByteArray());
            }
        }
        if (row.columns() > 0) {
            out.write('\n');
        }
    }

    private void separate(int index) {
        if (index > 0) {
            out.writeBytes(separator);
        }
    }
}
