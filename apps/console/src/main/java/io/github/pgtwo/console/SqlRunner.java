package io.github.pgtwo.console;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Results;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import java.io.PrintStream;
import java.util.regex.Pattern;

/** Runs SQL texts one after the other and shows what comes back. */
final class SqlRunner {
    private static final Pattern CHANGES = Pattern.compile("(INSERT|UPDATE|DELETE)\\b.*", Pattern.DOTALL);

    private final PgConnection connection;
    private final ResultPrinter printer;
    private final boolean tags;
    private final PrintStream out;
    private final PrintStream err;

    SqlRunner(PgConnection connection, ResultPrinter printer, boolean tags, PrintStream out, PrintStream err) {
        this.connection = connection;
        this.printer = printer;
        this.tags = tags;
        this.out = out;
        this.err = err;
    }

    ExitStatus run(String sql) {
        try {
            return show(connection.execute(sql));
        } catch (PgServerException e) {
            complain(e.serverMessage().raw());
            return e.fatal() ? lost() : ExitStatus.FAILED;
        } catch (PgUsageException e) {
            complain("pgtwo: error: " + e.getMessage());
            return connection.isOpen() ? ExitStatus.FAILED : ExitStatus.NO_CONNECTION;
        } catch (PgException e) {
            complain("pgtwo: error: " + e.getMessage());
            return lost();
        }
    }

    private ExitStatus show(Results results) {
        while (results.next()) {
            showOne(results);
            if (out.checkError()) {
                connection.close(); // nobody reads what is still to come, which may be endless
                return ExitStatus.NO_CONNECTION;
            }
        }
        return ExitStatus.OK;
    }

    private void showOne(Results results) {
        boolean rows = results.hasRows();
        if (rows) {
            printer.print(results);
        }
        String tag = results.tag();
        if (tags && !tag.isEmpty() && (!rows || CHANGES.matcher(tag).matches())) {
            out.print(tag + "\n");
        }
    }

    private void complain(String text) {
        out.flush();
        err.print(text + "\n");
        err.flush();
    }

    private ExitStatus lost() {
        complain("connection to server was lost");
        return ExitStatus.NO_CONNECTION;
    }
}
