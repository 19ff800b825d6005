package io.github.pgtwo.client.type;

import io.github.pgtwo.codec.Bytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Optional;
import java.util.UUID;

/**
 * The types that servers have from the start (protocol 2.0, section 12). What Java's values cannot hold is refused: an
 * infinity by a type that has another one for it, whose name ends in {@code _OR_INFINITY}. Thread-safe.
 */
public final class Types {
    /** bool. */
    public static final ValueType<Boolean> BOOL = new BuiltIn<>("bool", Booleans::text, Booleans::binary, 16);
    /** int2. */
    public static final ValueType<Short> INT2 = new BuiltIn<>(
            "int2",
            (value, format) -> Integers.shortText(value),
            (value, format) -> Binary.int16(Binary.sized(value, Short.BYTES), 0, format),
            21);
    /** int4. */
    public static final ValueType<Integer> INT4 = new BuiltIn<>(
            "int4",
            (value, format) -> Integers.toInt(Integers.text(value)),
            (value, format) -> Binary.int32(Binary.sized(value, Integer.BYTES), 0, format),
            23);
    /** int8. */
    public static final ValueType<Long> INT8 = new BuiltIn<>(
            "int8",
            (value, format) -> Integers.text(value),
            (value, format) -> Binary.int64(Binary.sized(value, Long.BYTES), 0, format),
            20);
    /** oid, xid and cid: 0 to 4294967295. */
    public static final ValueType<Long> OID = new BuiltIn<>(
            "oid",
            (value, format) -> Integers.unsignedText(value),
            (value, format) -> Binary.sized(value, Integer.BYTES).read(Binary.unsigned(format)),
            26,
            28,
            29);
    /** float4, as the server rounds it when it writes text. */
    public static final ValueType<Float> FLOAT4 = new BuiltIn<>("float4", Floats::text4, Floats::binary4, 700);
    /** float8, as the server rounds it when it writes text. */
    public static final ValueType<Double> FLOAT8 = new BuiltIn<>("float8", Floats::text8, Floats::binary8, 701);
    /** numeric, with its scale; empty for NaN. */
    public static final ValueType<Optional<BigDecimal>> NUMERIC_OR_NAN =
            new BuiltIn<>("numeric", Numerics::text, Numerics::binary, 1700);
    /** numeric, with its scale; NaN is refused. */
    public static final ValueType<BigDecimal> NUMERIC = NUMERIC_OR_NAN.map(Numerics::number);
    /** text, varchar, char(n) with its blanks, name, json, xml, and the text of any other type. */
    public static final ValueType<String> TEXT =
            new BuiltIn<>("text", Texts::decode, Texts::binary, 25, 1043, 1042, 19, 705, 114, 142, 2275);
    /** "char": one byte, or none for byte 0. */
    public static final ValueType<String> CHAR = new BuiltIn<>("\"char\"", Texts::decode, Texts::binaryChar, 18);
    /** jsonb, as text. */
    public static final ValueType<String> JSONB = new BuiltIn<>("jsonb", Texts::decode, Texts::binaryJson, 3802);
    /** bytea, in escape form, hex or binary. */
    public static final ValueType<Bytes> BYTEA =
            new BuiltIn<>("bytea", ByteStrings::bytea, (value, format) -> value, 17);
    /** bit and varbit: zeros and ones. */
    public static final ValueType<String> BITS =
            new BuiltIn<>("bit", ByteStrings::bits, ByteStrings::binaryBits, 1560, 1562);
    /** uuid. */
    public static final ValueType<UUID> UUID = new BuiltIn<>("uuid", Networks::uuid, Networks::binaryUuid, 2950);
    /** inet and cidr. */
    public static final ValueType<PgInet> INET = new BuiltIn<>("inet", Networks::inet, Networks::binaryInet, 869, 650);
    /** macaddr and macaddr8: pairs of hexadecimal digits between colons. */
    public static final ValueType<String> MACADDR =
            new BuiltIn<>("macaddr", Networks::mac, Networks::binaryMac, 829, 774);
    /** date, or an infinity. */
    public static final ValueType<OrInfinity<LocalDate>> DATE_OR_INFINITY =
            new BuiltIn<>("date", DateTimes.text(DateTimeText::date), DateTimes::binaryDate, 1082);
    /** date. */
    public static final ValueType<LocalDate> DATE = DATE_OR_INFINITY.map(DateTimes::finite);
    /** time and timetz, up to 24:00:00. */
    public static final ValueType<PgTime> TIME_OF_DAY = new BuiltIn<>("time", Times::text, Times::binary, 1083, 1266);
    /** time; 24:00:00 is refused, and a timetz, whose zone would be lost. */
    public static final ValueType<LocalTime> TIME = TIME_OF_DAY.map(Times::withoutZone);
    /** timetz; 24:00:00 is refused. */
    public static final ValueType<OffsetTime> TIMETZ = TIME_OF_DAY.map(PgTime::toOffsetTime);
    /** timestamp, or an infinity. */
    public static final ValueType<OrInfinity<LocalDateTime>> TIMESTAMP_OR_INFINITY =
            new BuiltIn<>("timestamp", DateTimes.text(DateTimeText::timestamp), DateTimes::binaryTimestamp, 1114);
    /** timestamp. */
    public static final ValueType<LocalDateTime> TIMESTAMP = TIMESTAMP_OR_INFINITY.map(DateTimes::finite);
    /** timestamptz, or an infinity; the datetime of 6.4 and 6.5, and the timestamp of 7.0 to 7.2. */
    public static final ValueType<OrInfinity<OffsetDateTime>> TIMESTAMPTZ_OR_INFINITY =
            new BuiltIn<>("timestamptz", DateTimes.text(DateTimes::timestamptz), DateTimes::binaryTimestamptz, 1184);
    /** timestamptz with the offset that the server writes, which is that of the session; UTC in binary form. */
    public static final ValueType<OffsetDateTime> TIMESTAMPTZ = TIMESTAMPTZ_OR_INFINITY.map(DateTimes::finite);
    /** timestamptz as a moment, without an offset. */
    public static final ValueType<Instant> INSTANT = TIMESTAMPTZ.map(OffsetDateTime::toInstant);
    /** abstime, up to 11, and the timestamp of 6.4 and 6.5, or an infinity. */
    public static final ValueType<OrInfinity<OffsetDateTime>> ABSTIME_OR_INFINITY =
            new BuiltIn<>("abstime", DateTimes.text(DateTimes::timestamptz), DateTimes::binaryAbstime, 702, 1296);
    /** abstime, up to 11, and the timestamp of 6.4 and 6.5. */
    public static final ValueType<OffsetDateTime> ABSTIME = ABSTIME_OR_INFINITY.map(DateTimes::finite);
    /** interval. */
    public static final ValueType<PgInterval> INTERVAL =
            new BuiltIn<>("interval", IntervalText::read, IntervalText::binary, 1186);

    private Types() {}

    /** The type of arrays of another one, with what stands between elements in text: a comma, but for {@code box}. */
    public static <T> ValueType<PgArray<T>> array(ValueType<T> element, char separator) {
        return new ArrayType<>(element, separator);
    }
}
