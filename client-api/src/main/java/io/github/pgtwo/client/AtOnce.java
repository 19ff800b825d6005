package io.github.pgtwo.client;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.client.profile.StringSyntax;
import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.client.settings.SessionVariables;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.frontend.Query;
import java.util.Optional;

/**
 * What {@link Findings} sets and asks for text by text, in a single statement, for servers that know all of it: what an
 * answer costs is mostly the same whatever is in it. If a part fails, nothing of it is done, and the texts are there.
 */
final class AtOnce {
    /**
     * Styles come back as the server has understood them, encodings only as they were set: it has to say by itself what is
     * in force, behind that, which CASE makes sure. Nothing here is of the session's search path.
     */
    static final String QUESTION = "select pg_catalog.set_config('datestyle', 'ISO', false),"
            + " case when pg_catalog.set_config('client_encoding', 'UNICODE', false) is not null"
            + " then pg_catalog.pg_client_encoding() end,"
            + " pg_catalog.set_config('intervalstyle', 'postgres', false),"
            + " pg_catalog.getdatabaseencoding(),"
            + " pg_catalog.current_setting('standard_conforming_strings'),"
            + " pg_catalog.current_setting('integer_datetimes'),"
            + " pg_catalog.version()";

    /** The same as a message, which is made once. */
    static final Query ASK = Query.of(QUESTION);

    private static final int DATE_STYLE = 0;
    private static final int CLIENT_ENCODING = 1;
    private static final int SERVER_ENCODING = 3;
    private static final int STANDARD_STRINGS = 4;
    private static final int INTEGER_DATETIMES = 5;
    private static final int VERSION = 6;
    private static final int COLUMNS = 7;

    private AtOnce() {}

    /** Whether the server has all of it, of which this is the youngest part, and nothing is to be set in between. */
    static boolean isFor(ServerProfile certain, SessionVariables own) {
        return certain.has(ServerTrait.INTERVAL_STYLE)
                && own.statements(certain).isEmpty();
    }

    /** What the answer says, which is probably of this release; nothing if it is no answer to this. */
    static Optional<ServerProfile> found(Result answer, ServerVersion probable) {
        if (answer.rows().isEmpty() || !isComplete(answer.rows().get(0))) {
            return Optional.empty();
        }
        Row row = answer.rows().get(0);
        Optional<ServerVersion> version = version(text(row, VERSION), probable);
        return version.isPresent() ? Optional.of(found(ServerProfile.of(version.get()), row)) : Optional.empty();
    }

    private static Optional<ServerVersion> version(String text, ServerVersion probable) {
        return text.equals(probable.text()) ? Optional.of(probable) : ServerVersion.parse(text);
    }

    private static ServerProfile found(ServerProfile certain, Row row) {
        return new ServerProfile(
                certain.version(),
                text(row, SERVER_ENCODING),
                text(row, CLIENT_ENCODING),
                text(row, DATE_STYLE),
                isOn(row, STANDARD_STRINGS) ? StringSyntax.STANDARD : StringSyntax.BACKSLASH_ESCAPES,
                isOn(row, INTEGER_DATETIMES) ? TimestampFormat.INTEGER : TimestampFormat.FLOAT,
                certain.byteOrder());
    }

    private static boolean isComplete(Row row) {
        boolean complete = row.columns() == COLUMNS;
        for (int i = 0; complete && i < COLUMNS; i++) {
            complete = !row.isNull(i);
        }
        return complete;
    }

    private static boolean isOn(Row row, int column) {
        return text(row, column).equals("on");
    }

    private static String text(Row row, int column) {
        Bytes value = row.value(column);
        return value == null ? "" : value.utf8();
    }
}
