package io.github.pgtwo.console;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.settings.ConnectionPlan;
import io.github.pgtwo.client.settings.ConnectionSettings;
import io.github.pgtwo.client.settings.Setting;
import io.github.pgtwo.client.settings.Surroundings;
import io.github.pgtwo.console.demo.Demo;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.embedded.EmbeddedServerException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The program without its process: everything that it reads and writes is handed in. */
public final class Console {
    private final Options options;
    private final Map<String, String> environment;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    private Console(
            Options options, Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        this.options = options;
        this.environment = environment;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Does what the arguments say and returns the exit status. The streams are left open. */
    public static int run(
            List<String> arguments, Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        try {
            return new Console(OptionParser.parse(arguments), environment, in, out, err)
                    .run()
                    .code();
        } catch (UsageException e) {
            err.print("pgtwo: " + e.getMessage() + "; try \"pgtwo --help\"\n");
            return ExitStatus.FAILED.code();
        } catch (SettingsException | PgException | EmbeddedServerException e) {
            err.print("pgtwo: error: " + e.getMessage() + "\n");
            return ExitStatus.NO_CONNECTION.code();
        } finally {
            out.flush();
            err.flush();
        }
    }

    private ExitStatus run() {
        options.surplus()
                .forEach(word -> err.print("pgtwo: warning: extra command-line argument \"" + word + "\" ignored\n"));
        if (options.has(Flag.HELP)) {
            return print(Texts.help());
        }
        if (options.has(Flag.VERSION)) {
            return print("pgtwo " + Texts.version() + "\n");
        }
        if (options.has(Flag.DEMO)) {
            return Demo.run(out) ? ExitStatus.OK : ExitStatus.FAILED;
        }
        return options.has(Flag.EMBEDDED) ? runEmbedded() : runCommands(said().complete(surroundings()));
    }

    private ConnectionSettings said() {
        return options.target()
                .or(options.connection())
                .or(ConnectionSettings.NONE.with(Setting.FALLBACK_APPLICATION_NAME, "pgtwo"));
    }

    private Surroundings surroundings() {
        return Surroundings.of(environment).withWarnings(warning -> err.print("WARNING: " + warning + "\n"));
    }

    private ExitStatus print(String text) {
        out.print(text);
        return ExitStatus.OK;
    }

    private ExitStatus runEmbedded() {
        EmbeddedTarget.check(options);
        try (EmbeddedServer server = EmbeddedServer.start()) {
            return runCommands(EmbeddedTarget.plan(server, said()));
        }
    }

    private ExitStatus runCommands(ConnectionPlan plan) {
        var notices = new NoticePrinter(out, err);
        boolean cleartext = options.has(Flag.ALLOW_CLEARTEXT);
        try (PgConnection connection = Connector.connect(plan, cleartext, notices)) {
            var runner = new SqlRunner(connection, ResultPrinter.of(options, out), !options.has(Flag.QUIET), out, err);
            return options.commands().isEmpty() ? runInput(runner) : runEach(runner);
        }
    }

    /** Like psql: the last command decides about the status, and a lost connection ends everything. */
    private ExitStatus runEach(SqlRunner runner) {
        ExitStatus status = ExitStatus.OK;
        for (String command : options.commands()) {
            status = runner.run(command);
            if (status == ExitStatus.NO_CONNECTION) {
                break;
            }
        }
        return status;
    }

    /** Like psql: an error is no reason to stop or to fail. */
    private ExitStatus runInput(SqlRunner runner) {
        var statements = new StatementReader(in);
        for (String sql = statements.next(); sql != null; sql = statements.next()) {
            if (runner.run(sql) == ExitStatus.NO_CONNECTION) {
                return ExitStatus.NO_CONNECTION;
            }
        }
        return ExitStatus.OK;
    }
}
