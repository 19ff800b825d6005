package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.Cursor;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.error.PgValueException;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.type.PgArray;
import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.client.type.Types;
import io.github.pgtwo.verify.live.ValueCase.Sample;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What Java holds, said in SQL, comes back the same: as text in every DateStyle and IntervalStyle, and in binary form.
 * Text is also what the server makes of a cast to text.
 */
class ValuesTest extends EveryServer {
    private static final List<String> DATE_STYLES = List.of("ISO", "SQL", "Postgres", "German");
    private static final List<String> ORDERS = List.of("MDY", "DMY", "YMD");
    private static final List<String> INTERVAL_STYLES =
            List.of("postgres", "postgres_verbose", "sql_standard", "iso_8601");
    /** Their cast to text writes more, or less, than the server does by itself. */
    private static final List<String> CAST_OTHERWISE = List.of("bool", "char(10)", "inet");

    private static final long SEED = 20_000_101;

    private long compared;

    /** Besides the edges; values do not depend on the way that they come. */
    private int count() {
        return place().way() == Place.Way.TCP ? place().amount(150, 30) : 1;
    }

    /** A session in these styles, which the client is told of and leaves alone. */
    private PgConnection connect(String dateStyle, String intervalStyle, String byteaOutput, String zone) {
        TypeRegistry types = TypeRegistry.builder().sessionZone(ZoneId.of(zone)).build();
        ServerProfile usual;
        try (PgConnection connection = connect()) {
            usual = connection.profile();
        }
        ServerProfile told = new ServerProfile(
                usual.version(),
                usual.serverEncoding(),
                usual.clientEncoding(),
                dateStyle,
                usual.strings(),
                usual.timestamps(),
                usual.byteOrder());
        PgConnection connection =
                clientOf(server()).serverProfile(told).types(types).build().connect();
        connection.script("set client_encoding = 'UNICODE'; set extra_float_digits = 3; set datestyle = '" + dateStyle
                + "'; set intervalstyle = '" + intervalStyle + "'; set bytea_output = '" + byteaOutput
                + "'; set timezone = '" + zone + "'");
        return connection;
    }

    private <T> void check(PgConnection connection, ValueCase<T> values) {
        if (!values.isIn(connection.profile().version().number())) {
            return;
        }
        List<Sample<T>> samples = values.samples(new Random(SEED), count());
        String rows =
                samples.stream().map(one -> "(" + values.literal(one) + ")").collect(Collectors.joining(","));
        String sql = "select x, x::text from (values " + rows + ") v(x)";
        checkRows(values, samples, connection.query(sql).rows(), true);
        List<Row> binary = connection.inTransaction(on -> all(on, "select x from (values " + rows + ") v(x)"));
        checkRows(values, samples, binary, false);
    }

    private static List<Row> all(PgConnection connection, String sql) {
        List<Row> rows = new ArrayList<>();
        try (Cursor cursor = connection.binaryCursor(sql, 50)) {
            cursor.forEach(rows::add);
        }
        return rows;
    }

    private <T> void checkRows(ValueCase<T> values, List<Sample<T>> samples, List<Row> rows, boolean text) {
        assertThat(rows).hasSameSizeAs(samples);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            assertThat(row.binary()).isNotEqualTo(text);
            assertThat(row.get(0, values.type()))
                    .as("%s of %s", values, samples.get(i).text())
                    .isEqualTo(samples.get(i).value());
            if (text && !CAST_OTHERWISE.contains(values.sqlType().replace("[]", ""))) {
                assertThat(row.text(0)).isEqualTo(row.text(1));
                assertThat(row.get(1, values.type())).isEqualTo(samples.get(i).value());
            }
            compared++;
        }
    }

    @Test
    void plainTypes() {
        try (PgConnection connection = connect("ISO, MDY", "postgres", "hex", "UTC")) {
            PlainValues.all().forEach(values -> check(connection, values));
            PlainValues.all().forEach(values -> check(connection, ArrayValues.of(values)));
        }
        assertThat(compared).isGreaterThan(40L * count());
    }

    @Test
    void bytesInEscapeForm() {
        try (PgConnection connection = connect("ISO, MDY", "postgres", "escape", "UTC")) {
            PlainValues.all().stream()
                    .filter(values -> values.sqlType().equals("bytea"))
                    .forEach(values -> {
                        check(connection, values);
                        check(connection, ArrayValues.of(values));
                    });
        }
        assertThat(compared).isGreaterThan(3L * count());
    }

    @Test
    void datesAndTimesInEveryStyle() {
        for (String style : DATE_STYLES) {
            for (String order : ORDERS) {
                try (PgConnection connection = connect(style + ", " + order, "postgres", "hex", "UTC")) {
                    TimeValues.all().forEach(values -> check(connection, values));
                    TimeValues.all().forEach(values -> check(connection, ArrayValues.of(values)));
                }
            }
        }
        assertThat(compared).isGreaterThan(12L * 12 * count());
    }

    @Test
    void intervalsInEveryStyle() {
        for (String style : INTERVAL_STYLES) {
            try (PgConnection connection = connect("ISO, MDY", style, "hex", "UTC")) {
                TimeValues.all().stream()
                        .filter(values -> values.sqlType().equals("interval"))
                        .forEach(values -> {
                            check(connection, values);
                            check(connection, ArrayValues.of(values));
                        });
            }
        }
        assertThat(compared).isGreaterThan(4L * 3 * count());
    }

    /** Offsets of other than full hours, and of seconds in olden times. */
    @Test
    void momentsInEveryZone() {
        for (String zone : List.of("Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati")) {
            try (PgConnection connection = connect("ISO, MDY", "postgres", "hex", zone)) {
                TimeValues.all().stream()
                        .filter(values -> values.sqlType().matches("timestamptz|abstime"))
                        .forEach(values -> check(connection, values));
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(4L * 2 * count());
    }

    /** Each hour of the two nights when clocks are changed, and others. */
    @Test
    void abbreviationsOfTheSessionsZone() {
        String sql = "select t, extract(epoch from t)::int8"
                + " from generate_series(timestamptz '2019-10-20 UTC', '2020-11-01 UTC', '" + place().amount(1, 37)
                + " hours') t";
        for (String zone : List.of("Europe/Berlin", "America/New_York", "America/Sao_Paulo")) {
            for (String style : List.of("SQL, DMY", "Postgres, MDY", "German, DMY")) {
                try (PgConnection connection = connect(style, "postgres", "hex", zone)) {
                    for (Row row : connection.query(sql).rows()) {
                        assertThat(row.get(0, Types.INSTANT)).isEqualTo(Instant.ofEpochSecond(row.getLong(1)));
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(9L * 24 * 365 / place().amount(1, 37));
    }

    @Test
    void boxesHaveASeparatorOfTheirOwn() {
        try (PgConnection connection = connect()) {
            String sql = "select '{(2,2),(1,1);(4,4),(3,3)}'::box[]";
            assertThat(connection.query(sql).rows().get(0).object(0))
                    .hasToString("PgArray[Dimension[lowerBound=1, length=2]]");
        }
    }

    @Test
    void whatHasNoTypeHereIsText() {
        String sql =
                "select '(1,2)'::point, '<(1,2),3>'::circle, 12.34::numeric::money, 'int4'::regtype, 'a b'::tsvector,"
                        + " '[1,3)'::int4range, row(1, 'x'), '(0,1)'::tid, '1 2'::int2vector, '{\"(1,2)\"}'::point[]";
        try (PgConnection connection = connect()) {
            Row row = connection.query(sql).rows().get(0);
            for (int column = 0; column < row.columns() - 1; column++) {
                assertThat(row.object(column)).isEqualTo(row.text(column));
            }
            assertThat(row.object(row.columns() - 1)).isInstanceOf(PgArray.class);
            Row binary = connection.inTransaction(on -> all(on, sql)).get(0);
            assertThatThrownBy(() -> binary.object(0))
                    .isInstanceOf(PgValueException.class)
                    .hasMessage(
                            "row 0, column 0 (\"point\") is binary, of the type with OID 600, which is not read as text");
        }
    }
}
