package io.github.pgtwo.client.recorded;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.error;
import static io.github.pgtwo.testkit.backend.Answers.notice;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What servers of a release, built without multibyte support for a little-endian machine, answer to what the client
 * asks behind the login, which nobody asked in the recordings (protocol 2.0, sections 5.5, 11.4, 12.2, 12.4).
 */
final class OldServer {
    private final String release;
    private final List<Exchange> exchanges = new ArrayList<>();

    /** A question, and its answer up to ReadyForQuery. */
    record Exchange(String sql, List<BackendMessage> answer) {}

    private OldServer(String release) {
        this.release = release;
    }

    private boolean isIn(String... releases) {
        return List.of(releases).contains(release);
    }

    /** In the order in which the client asks. */
    static List<Exchange> setUp(String release) {
        OldServer server = new OldServer(release);
        server.exchanges.add(server.value("select version()", "PostgreSQL " + release + ".8 on i686-pc-linux-gnu"));
        server.settings();
        server.encodings();
        server.style();
        server.layouts();
        server.passThrough();
        return server.exchanges;
    }

    private void settings() {
        if (isIn("7.3")) {
            says("SET autocommit TO on", completed("SET"));
        }
        says("SET datestyle = 'ISO'", completed(set()));
        if (isIn("6.4", "7.0")) {
            says(
                    "SET client_encoding = 'UNICODE'",
                    notice("NOTICE:  Unrecognized variable client_encoding\n"),
                    completed(set()));
        } else if (isIn("7.2")) {
            says("SET client_encoding = 'UNICODE'", error("ERROR:  Client encoding UNICODE is not supported\n"));
        } else {
            says("SET client_encoding = 'UNICODE'", completed(set()));
        }
    }

    private String set() {
        return isIn("7.3", "8.3") ? "SET" : "SET VARIABLE";
    }

    private void encodings() {
        if (isIn("6.4")) {
            says(
                    "select getdatabaseencoding()",
                    cursor(),
                    columns("getdatabaseencoding"),
                    error("ERROR:  MultiByte strings (MB) must be enabled to use this function\n"));
        } else {
            exchanges.add(value("select getdatabaseencoding()", "SQL_ASCII"));
        }
        if (isIn("7.2")) {
            exchanges.add(value("select pg_client_encoding()", "SQL_ASCII"));
        } else if (isIn("7.3", "8.3")) {
            exchanges.add(value("select pg_client_encoding()", isIn("7.3") ? "UNICODE" : "UTF8"));
        }
    }

    private void style() {
        String words = "ISO with US (NonEuropean) conventions";
        if (isIn("6.4", "7.0", "7.2")) {
            says("SHOW datestyle", notice("NOTICE:  DateStyle is " + words + "\n"), completed("SHOW VARIABLE"));
        } else {
            exchanges.add(value("SHOW datestyle", isIn("7.3") ? words : "ISO, MDY"));
        }
    }

    private void layouts() {
        if (isIn("8.3")) {
            exchanges.add(value("SHOW standard_conforming_strings", "off"));
            exchanges.add(value("SHOW integer_datetimes", "off"));
            return;
        }
        says("BEGIN", completed("BEGIN"));
        says(
                "DECLARE pgtwo_order BINARY CURSOR FOR SELECT 1::int4",
                completed(isIn("7.3") ? "DECLARE CURSOR" : isIn("7.2") ? "DECLARE" : "SELECT"));
        says("FETCH 1 IN pgtwo_order", cursor(), columns("?column?"), one(), completed("FETCH"));
        says("ROLLBACK", completed(isIn("6.4") ? "ABORT" : "ROLLBACK"));
    }

    /** The databases have no encoding, and it would not do to have one on the wire. */
    private void passThrough() {
        if (isIn("7.3", "8.3")) {
            says("SET client_encoding = 'SQL_ASCII'", completed("SET"));
        }
    }

    private static BackendMessage one() {
        return BinaryRow.of(List.of(Optional.of(Bytes.of((byte) 1, (byte) 0, (byte) 0, (byte) 0))));
    }

    private void says(String sql, BackendMessage... messages) {
        List<BackendMessage> answer = new ArrayList<>(List.of(messages));
        answer.add(ready());
        exchanges.add(new Exchange(sql, answer));
    }

    private Exchange value(String sql, String text) {
        String tag = sql.startsWith("SHOW") ? "SHOW" : "SELECT";
        return new Exchange(sql, List.of(cursor(), columns("value"), row(text), completed(tag), ready()));
    }
}
