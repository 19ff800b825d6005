package io.github.pgtwo.client.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.client.type.PgArray;
import io.github.pgtwo.client.type.PgInterval;
import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.client.type.ValueException;
import io.github.pgtwo.client.type.ValueFormat;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.RowDescription;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.testkit.backend.Recording;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One table, which servers of 6.4 to 8.3 have told as text and in binary form: both are the same values. */
class RecordedValuesTest {
    private static final long MICROS_A_DAY = 86_400_000_000L;
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("'2001-02-03'::date", "2001-02-03"),
            Map.entry("'04:05:06'::time", "04:05:06"),
            Map.entry("'1 day 2 hours'::interval", "P1DT2H"),
            Map.entry("'1 day 2 hours'::timespan", "P1DT2H"),
            Map.entry("'t'::bool", "true"),
            Map.entry("'a\\\\000b'::bytea", "610062"),
            Map.entry("'{1,2}'::int4[]", "[1, 2]"),
            Map.entry("1e100::float8", "1.0E100"),
            Map.entry("'12.50'::numeric(10,2)", "12.50"),
            Map.entry("'1.50'::money", "$1.50"),
            Map.entry("'0044-03-15 BC'::date", "-0043-03-15"),
            Map.entry("current_user", "pglab"),
            Map.entry("oid FROM pg_type WHERE typname = 'text'", "25"));

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Optional<Bytes>>> texts = new ArrayList<>();
    private final List<List<Optional<Bytes>>> binaries = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "6.4, 604, Postgres with US (NonEuropean) conventions, 19, 3",
        "7.0, 700, ISO, 19, 4",
        "7.2, 702, ISO, 19, 4",
        "7.3, 703, ISO, 17, 4",
        "8.3, 803, 'ISO, MDY', 20, 1"
    })
    void textAndBinaryAreTheSame(String release, int number, String style, int alike, int refused) throws IOException {
        read(release);
        ValueFormat format = format(number, style);
        int same = 0;
        for (int column = 0; column < columns.size(); column++) {
            same += isTheSame(column, format) ? 1 : 0;
        }
        assertThat(same).isEqualTo(alike);
        assertThat(columns.size() - same).isEqualTo(refused);
    }

    /** What is not a moment yet has no offset: that is timestamp from 7.3 on, and datetime on 7.2. */
    @ParameterizedTest
    @CsvSource({
        "6.4, 604, Postgres with US (NonEuropean) conventions, 15",
        "7.0, 700, ISO, 17",
        "7.2, 702, ISO, 17",
        "7.3, 703, ISO, 14",
        "8.3, 803, 'ISO, MDY', 14"
    })
    void textIsReadAsWhatWasAskedFor(String release, int number, String style, int compared) throws IOException {
        int count = 0;
        for (PlayedConnection.Step step : steps(release, "26_text_formats")) {
            String sql = ((Query) step.said())
                    .text()
                    .utf8()
                    .substring("SELECT ".length() - 1)
                    .strip();
            String expected = sql.startsWith("'2001-02-03 04:05:06'")
                    ? "2001-02-03T04:05:06" + (number >= (sql.endsWith("datetime") ? 702 : 703) ? "" : "Z")
                    : EXPECTED.getOrDefault(sql, "");
            Optional<String> value = only(step.answer(), format(number, style));
            if (!expected.isEmpty() && value.isPresent()) {
                assertThat(value).as(sql).hasValue(expected);
                count++;
            }
        }
        assertThat(count).isEqualTo(compared);
    }

    private static Optional<String> only(List<BackendMessage> answer, ValueFormat format) {
        int oid = 0;
        for (BackendMessage message : answer) {
            if (message instanceof RowDescription description) {
                oid = description.columns().get(0).typeOid();
            } else if (message instanceof AsciiRow row && !row.data().value(0).equals(Bytes.utf8("infinity"))) {
                ValueFormat form = format.with(oid, false);
                Object value = TypeRegistry.STANDARD.type(oid).read(row.data().value(0), form);
                return Optional.of(String.valueOf(value instanceof PgArray<?> array ? array.elements() : value));
            }
        }
        return Optional.empty();
    }

    private static ValueFormat format(int number, String style) {
        ServerProfile usual = ServerProfile.of(new ServerVersion(number, "recorded"));
        return ValueFormat.of(new ServerProfile(
                usual.version(),
                "SQL_ASCII",
                "SQL_ASCII",
                style,
                usual.strings(),
                TimestampFormat.FLOAT,
                number < 704 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN));
    }

    private void read(String release) throws IOException {
        for (PlayedConnection.Step step : steps(release, "14_binary_cursor")) {
            take(((Query) step.said()).text().utf8(), step.answer());
        }
        assertThat(binaries).hasSize(texts.size()).hasSizeGreaterThan(3);
    }

    /** The queries of a scenario, each with all of its answer. */
    private static List<PlayedConnection.Step> steps(String release, String scenario) throws IOException {
        List<Recording> all =
                Recording.of(Files.readString(RecordedConversationsTest.RECORDINGS.resolve(release + ".txt")));
        Recording recording = all.stream()
                .filter(one -> one.name().equals(scenario))
                .findFirst()
                .orElseThrow();
        return Played.of(recording, release).events().stream()
                .filter(event -> !event.begins() && event.step().said() instanceof Query)
                .map(Played.Event::step)
                .toList();
    }

    private void take(String sql, List<BackendMessage> answer) {
        boolean table = sql.equals("SELECT * FROM rbin");
        for (BackendMessage message : answer) {
            if (table && message instanceof RowDescription description) {
                columns.addAll(description.columns());
            } else if (table && message instanceof AsciiRow row) {
                texts.add(Expected.values(row.data()));
            } else if (sql.endsWith(" IN bc") && message instanceof BinaryRow row) {
                binaries.add(Expected.values(row.data()));
            }
        }
    }

    /** Whether all values of the column are the same; else they are refused in binary form, and read as text. */
    private boolean isTheSame(int column, ValueFormat format) {
        int oid = columns.get(column).typeOid();
        boolean refused = false;
        for (int row = 0; row < texts.size(); row++) {
            Optional<Bytes> text = texts.get(row).get(column);
            Optional<Bytes> binary = binaries.get(row).get(column);
            assertThat(binary.isPresent()).isEqualTo(text.isPresent());
            if (text.isPresent()) {
                Object expected = value(text.get(), format.with(oid, false));
                try {
                    assertThat(value(binary.get(), format.with(oid, true))).isEqualTo(expected);
                } catch (ValueException e) {
                    assertThat(e).hasMessageContaining("binary");
                    refused = true;
                }
            }
        }
        return !refused;
    }

    /** Servers up to 8.0 have no days in binary intervals, and binary times are in UTC. */
    private static Object value(Bytes bytes, ValueFormat format) {
        Object value = TypeRegistry.STANDARD.type(format.oid()).read(bytes, format);
        if (value instanceof PgInterval interval) {
            return new PgInterval(interval.months(), 0, interval.micros() + interval.days() * MICROS_A_DAY);
        }
        if (value instanceof PgArray<?> array) {
            return array.elements();
        }
        return value instanceof OffsetDateTime time ? time.toInstant() : value;
    }
}
