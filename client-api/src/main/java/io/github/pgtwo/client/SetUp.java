package io.github.pgtwo.client;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.client.profile.StringSyntax;
import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.ServerQuirk;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns what the server is like, and sets what the client counts on, by means that do no harm on any (section 11.4):
 * each question is a text of its own, outside of a transaction, so that its failure undoes nothing.
 */
final class SetUp {
    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);
    private static final Pattern STYLE = Pattern.compile("DateStyle is (\\w+)");
    private static final String ENCODING = "UNICODE";

    private final ClientConfig config;
    private final Wire wire;
    private final Session session;

    SetUp(ClientConfig config, Wire wire, Canceller canceller) {
        this.config = config;
        this.wire = wire;
        session = new Session(
                wire, canceller, config.profile().orElse(ServerProfile.of(new ServerVersion(604, "not known yet"))));
    }

    /** A session that is ready for use. */
    Session run() {
        if (config.profile().isEmpty()) {
            session.learn(ServerProfile.of(version()));
            session.learn(ask());
        }
        if (session.profile().has(ServerTrait.ERROR_INSIDE_COPY_OUT)) {
            wire.quirks(Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT));
        }
        LOG.debug("{}", session.profile());
        return session;
    }

    private ServerVersion version() {
        String text = value("select version()").orElse("");
        return ServerVersion.parse(text)
                .orElseThrow(() -> new PgUsageException("the server calls itself " + text
                        + ", in which there is no release: state it by serverProfile(...)"));
    }

    private ServerProfile ask() {
        ServerProfile certain = session.profile();
        if (certain.has(ServerTrait.AUTOCOMMIT_SETTING)) {
            tryRun("SET autocommit TO on");
        }
        tryRun("SET datestyle = 'ISO'");
        boolean converts = sets("SET client_encoding = '" + ENCODING + "'");
        if (certain.has(ServerTrait.INTERVAL_STYLE)) {
            tryRun("SET intervalstyle = 'postgres'");
        }
        return new ServerProfile(
                certain.version(),
                value("select getdatabaseencoding()").orElse(""),
                clientEncoding(converts),
                dateStyle(),
                strings(certain),
                timestamps(certain),
                certain.has(ServerTrait.HOST_BYTE_ORDER) ? hostOrder() : ByteOrder.BIG_ENDIAN);
    }

    private String clientEncoding(boolean converts) {
        Optional<String> told = session.profile().has(ServerTrait.CLIENT_ENCODING_FUNCTION)
                ? value("select pg_client_encoding()")
                : Optional.empty();
        return told.orElse(converts ? ENCODING : "SQL_ASCII");
    }

    private String dateStyle() {
        if (!session.profile().has(ServerTrait.SHOW_IS_NOTICE)) {
            return value("SHOW datestyle").orElse("");
        }
        return tryRun("SHOW datestyle").stream()
                .flatMap(result -> result.notices().stream())
                .map(notice -> STYLE.matcher(notice.message()))
                .filter(Matcher::find)
                .map(style -> style.group(1))
                .findFirst()
                .orElse("");
    }

    private StringSyntax strings(ServerProfile certain) {
        boolean standard = certain.has(ServerTrait.STANDARD_STRINGS_SETTING)
                && value("SHOW standard_conforming_strings").orElse("").equals("on");
        return standard ? StringSyntax.STANDARD : StringSyntax.BACKSLASH_ESCAPES;
    }

    private TimestampFormat timestamps(ServerProfile certain) {
        if (!certain.has(ServerTrait.INTEGER_DATETIMES_SETTING)) {
            return certain.timestamps();
        }
        return value("SHOW integer_datetimes").orElse("").equals("on")
                ? TimestampFormat.INTEGER
                : TimestampFormat.FLOAT;
    }

    /** The server cannot be asked, but shown to lay out a number (section 12.4). */
    private ByteOrder hostOrder() {
        tryRun("BEGIN");
        tryRun("DECLARE pgtwo_order BINARY CURSOR FOR SELECT 1::int4");
        Optional<Bytes> one = tryRun("FETCH 1 IN pgtwo_order").stream()
                .flatMap(result -> result.rows().stream())
                .flatMap(row -> Optional.ofNullable(row.value(0)).stream())
                .findFirst();
        tryRun("ROLLBACK");
        boolean big = one.isPresent() && one.get().length() > 0 && one.get().at(0) == 0;
        return big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Whether the server has set it: old ones complete what they do not know, and say so in a notice (section 5.5). */
    private boolean sets(String sql) {
        List<Result> results = tryRun(sql);
        return !results.isEmpty() && results.get(0).notices().isEmpty();
    }

    private Optional<String> value(String sql) {
        return tryRun(sql).stream()
                .flatMap(result -> result.rows().stream())
                .flatMap(row -> Optional.ofNullable(row.text(0)).stream())
                .findFirst();
    }

    /** What the server does not know it need not answer. */
    private List<Result> tryRun(String sql) {
        try {
            return session.run(sql);
        } catch (PgServerException e) {
            if (e.fatal()) {
                throw e;
            }
            LOG.debug("the server cannot {}: {}", sql, e.serverMessage().raw());
            return List.of();
        }
    }
}
