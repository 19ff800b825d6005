package io.github.pgtwo.client;

import io.github.pgtwo.client.encoding.ServerEncoding;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.StringSyntax;
import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.client.settings.SessionVariable;
import io.github.pgtwo.client.settings.SessionVariables;
import io.github.pgtwo.codec.Bytes;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server of a known release is asked for, and what its answers mean (sections 5.5, 11.4, 12.2, 12.4). */
final class Findings {
    private static final Pattern STYLE = Pattern.compile("DateStyle is (\\w+)");
    private static final String ENCODING = ServerEncoding.UTF_8;
    private static final String SET_ENCODING = "SET client_encoding = '" + ENCODING + "'";
    private static final String SERVER_ENCODING = "select getdatabaseencoding()";
    private static final String CLIENT_ENCODING = "select pg_client_encoding()";
    private static final String DATE_STYLE = "SHOW datestyle";
    private static final String STANDARD_STRINGS = "SHOW standard_conforming_strings";
    private static final String INTEGER_DATETIMES = "SHOW integer_datetimes";
    private static final String FETCH_ONE = "FETCH 1 IN pgtwo_order";

    private final ServerProfile certain;
    private final Map<String, Result> answers;
    private final Optional<String> ownEncoding;

    private Findings(ServerProfile certain, Map<String, Result> answers, SessionVariables own) {
        this.certain = certain;
        this.answers = answers;
        ownEncoding = own.get(SessionVariable.CLIENT_ENCODING);
    }

    /** What to ask for, in this order; what the application wants to have set comes behind what the client sets. */
    static List<String> questions(ServerProfile certain, SessionVariables own) {
        List<String> all = new ArrayList<>();
        addIf(certain, ServerTrait.AUTOCOMMIT_SETTING, all, "SET autocommit TO on");
        all.addAll(List.of("SET datestyle = 'ISO'", SET_ENCODING));
        addIf(certain, ServerTrait.INTERVAL_STYLE, all, "SET intervalstyle = 'postgres'");
        all.addAll(own.statements(certain));
        all.add(SERVER_ENCODING);
        addIf(certain, ServerTrait.CLIENT_ENCODING_FUNCTION, all, CLIENT_ENCODING);
        all.add(DATE_STYLE);
        addIf(certain, ServerTrait.STANDARD_STRINGS_SETTING, all, STANDARD_STRINGS);
        addIf(certain, ServerTrait.INTEGER_DATETIMES_SETTING, all, INTEGER_DATETIMES);
        if (certain.has(ServerTrait.HOST_BYTE_ORDER)) {
            // a server cannot be asked for its byte order, but made to show a number
            all.addAll(List.of("BEGIN", "DECLARE pgtwo_order BINARY CURSOR FOR SELECT 1::int4", FETCH_ONE, "ROLLBACK"));
        }
        return all;
    }

    private static void addIf(ServerProfile certain, ServerTrait trait, List<String> all, String question) {
        if (certain.has(trait)) {
            all.add(question);
        }
    }

    /** What the answers add to what is certain; a question without an answer has failed. */
    static ServerProfile of(ServerProfile certain, Map<String, Result> answers, SessionVariables own) {
        Findings found = new Findings(certain, answers, own);
        return new ServerProfile(
                certain.version(),
                found.text(SERVER_ENCODING).orElse(""),
                found.clientEncoding(),
                found.dateStyle(),
                found.isOn(STANDARD_STRINGS) ? StringSyntax.STANDARD : StringSyntax.BACKSLASH_ESCAPES,
                found.timestamps(),
                found.byteOrder());
    }

    /** Old servers complete what they do not know, and say so in a notice (section 5.5). */
    private String clientEncoding() {
        Result set = answers.get(SET_ENCODING);
        boolean converts = set != null && set.notices().isEmpty();
        return text(CLIENT_ENCODING).orElse(converts ? ownEncoding.orElse(ENCODING) : ServerEncoding.UNCONVERTED);
    }

    private String dateStyle() {
        return text(DATE_STYLE)
                .or(() -> answers.getOrDefault(DATE_STYLE, Result.EMPTY).notices().stream()
                        .map(notice -> STYLE.matcher(notice.message()))
                        .filter(Matcher::find)
                        .map(style -> style.group(1))
                        .findFirst())
                .orElse("");
    }

    private TimestampFormat timestamps() {
        if (!certain.has(ServerTrait.INTEGER_DATETIMES_SETTING)) {
            return certain.timestamps();
        }
        return isOn(INTEGER_DATETIMES) ? TimestampFormat.INTEGER : TimestampFormat.FLOAT;
    }

    private ByteOrder byteOrder() {
        return first(FETCH_ONE)
                .map(one -> one.length() > 0 && one.at(0) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .orElse(certain.byteOrder());
    }

    private boolean isOn(String question) {
        return text(question).equals(Optional.of("on"));
    }

    private Optional<String> text(String question) {
        return first(question).map(Bytes::utf8);
    }

    private Optional<Bytes> first(String question) {
        return answers.getOrDefault(question, Result.EMPTY).rows().stream()
                .flatMap(row -> Optional.ofNullable(row.value(0)).stream())
                .findFirst();
    }
}
