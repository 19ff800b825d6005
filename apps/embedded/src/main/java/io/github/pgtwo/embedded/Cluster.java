package io.github.pgtwo.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The data folder: creates it, configures it, and runs statements in it while no server does. */
final class Cluster {
    private static final List<String> OWN_RULES = List.of(
            "local all postgres trust",
            "host all postgres 127.0.0.1/32 trust",
            "local all all md5",
            "host all all 127.0.0.1/32 md5");

    private final Layout layout;
    private final ServerUser user;

    Cluster(Layout layout, ServerUser user) {
        this.layout = layout;
        this.user = user;
    }

    void create(Map<String, String> settings, List<String> rules, List<String> sql) {
        initialize();
        try {
            appendSettings(settings);
            writeRules(rules);
        } catch (IOException e) {
            throw new EmbeddedServerException("cannot configure the server", e);
        }
        if (!sql.isEmpty()) {
            run(sql);
        }
    }

    private void initialize() {
        Command.run(
                user.command(
                        layout.program("initdb"),
                        "--pgdata=" + layout.data(),
                        "--username=" + EmbeddedServer.SUPERUSER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        "-N"), // no waiting for the disk; its long form has changed over the versions
                "");
    }

    // A single-user server; a statement there ends with a semicolon and an empty line.
    private void run(List<String> sql) {
        String input = sql.stream().map(statement -> statement + ";\n\n").collect(Collectors.joining());
        Command.run(
                user.command(
                        layout.program("postgres"),
                        "--single",
                        "-j",
                        "-D",
                        layout.data().toString(),
                        "-c",
                        "exit_on_error=on",
                        EmbeddedServer.SUPERUSER),
                input);
    }

    private void appendSettings(Map<String, String> wished) throws IOException {
        Map<String, String> all = ownSettings();
        all.putAll(wished);
        List<String> lines = all.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + quoted(setting.getValue()))
                .toList();
        Files.write(layout.data().resolve("postgresql.conf"), lines, StandardOpenOption.APPEND);
    }

    private Map<String, String> ownSettings() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", EmbeddedServer.HOST);
        settings.put("unix_socket_directories", layout.sockets().toString());
        settings.put("password_encryption", version().equals("9.6") ? "on" : "md5");
        settings.put("fsync", "off");
        settings.put("full_page_writes", "off");
        settings.put("synchronous_commit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        return settings;
    }

    private String version() throws IOException {
        return Files.readString(layout.data().resolve("PG_VERSION")).strip();
    }

    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private void writeRules(List<String> wished) throws IOException {
        List<String> all = new ArrayList<>(wished);
        all.addAll(OWN_RULES);
        Path file = layout.data().resolve("pg_hba.conf");
        Files.write(file, all);
    }
}
