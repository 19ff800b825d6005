package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.type.PgInet;
import io.github.pgtwo.client.type.Types;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.verify.live.ValueCase.Sample;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of the types that look the same whatever the session's styles are. */
final class PlainValues {
    private static final String LETTERS = "abzAZ019 _-+.,;:'\"\\{}()[]%$&/\t\n\u00e9\u00df\u20ac\u3042\ud83d\udeb2";

    private PlainValues() {}

    @SafeVarargs
    static <T> List<Sample<T>> edges(Function<T, String> text, T... values) {
        List<Sample<T>> edges = new ArrayList<>();
        for (T value : values) {
            edges.add(new Sample<>(text.apply(value), value));
        }
        return edges;
    }

    static List<ValueCase<?>> all() {
        return Stream.of(integers(), reals(), texts(), others())
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }

    private static <T> ValueCase<T> plain(
            String sqlType,
            io.github.pgtwo.client.type.ValueType<T> type,
            List<Sample<T>> edges,
            Function<Random, T> more) {
        return new ValueCase<>(sqlType, type, edges, ValueCase.by(more, String::valueOf));
    }

    private static List<ValueCase<?>> integers() {
        return List.of(
                plain("bool", Types.BOOL, edges(String::valueOf, true, false), Random::nextBoolean),
                plain("int2", Types.INT2, edges(String::valueOf, (short) 0, Short.MIN_VALUE, Short.MAX_VALUE), random ->
                        (short) random.nextInt()),
                plain(
                        "int4",
                        Types.INT4,
                        edges(String::valueOf, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                        random -> random.nextInt() >> random.nextInt(32)),
                plain(
                        "int8",
                        Types.INT8,
                        edges(String::valueOf, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE),
                        random -> random.nextLong() >> random.nextInt(64)),
                plain(
                        "oid",
                        Types.OID,
                        edges(String::valueOf, 0L, 1L << 31, (1L << 32) - 1),
                        random -> Integer.toUnsignedLong(random.nextInt())));
    }

    private static List<ValueCase<?>> reals() {
        return List.of(
                plain(
                        "float4",
                        Types.FLOAT4,
                        edges(
                                String::valueOf,
                                0f,
                                -0f,
                                Float.NaN,
                                Float.NEGATIVE_INFINITY,
                                Float.POSITIVE_INFINITY,
                                Float.MAX_VALUE,
                                Float.MIN_NORMAL),
                        random -> Float.intBitsToFloat(random.nextInt(0x7f000000) + 0x800000)),
                plain(
                        "float8",
                        Types.FLOAT8,
                        edges(
                                String::valueOf,
                                0d,
                                -0d,
                                Double.NaN,
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                -Double.MAX_VALUE,
                                Double.MIN_NORMAL),
                        random -> Double.longBitsToDouble(
                                (random.nextLong() & Long.MAX_VALUE) % 0x7fd0000000000000L + 0x10000000000000L)),
                new ValueCase<>(
                        "numeric",
                        Types.NUMERIC_OR_NAN,
                        numericEdges(),
                        ValueCase.by(random -> Optional.of(numeric(random, 1000)), PlainValues::numericText)));
    }

    private static List<Sample<Optional<BigDecimal>>> numericEdges() {
        BigDecimal digits = new BigDecimal("9876543210".repeat(100));
        return edges(
                PlainValues::numericText,
                Optional.empty(),
                Optional.of(new BigDecimal("0")),
                Optional.of(new BigDecimal("0.000")),
                Optional.of(new BigDecimal("-0.00001")),
                Optional.of(new BigDecimal("10000.0000")),
                Optional.of(digits),
                Optional.of(digits.movePointLeft(500).negate()),
                Optional.of(digits.movePointLeft(1500)),
                Optional.of(BigDecimal.TEN.pow(20_000)));
    }

    private static String numericText(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("NaN");
    }

    private static BigDecimal numeric(Random random, int mostDigits) {
        BigInteger digits = new BigInteger(1 + random.nextInt(mostDigits * 3), random);
        return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(mostDigits));
    }

    static String text(Random random, int longest) {
        return random.ints(random.nextInt(longest + 1), 0, LETTERS.codePointCount(0, LETTERS.length()))
                .map(index -> LETTERS.codePointAt(LETTERS.offsetByCodePoints(0, index)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<ValueCase<?>> texts() {
        return List.of(
                plain("text", Types.TEXT, edges(text -> text, "", "NULL", "\\N", "\ufffd"), random -> text(random, 40)),
                plain("varchar(10)", Types.TEXT, List.of(), random -> text(random, 10)),
                new ValueCase<>("char(10)", Types.TEXT, List.of(), ValueCase.by(PlainValues::padded, String::strip)),
                plain("name", Types.TEXT, edges(text -> text, "", "n".repeat(63)), random -> "n" + random.nextInt()),
                plain(
                        "\"char\"",
                        Types.CHAR,
                        edges(text -> text, "", "~"),
                        random -> "" + (char) ('!' + random.nextInt(90))),
                plain("json", Types.TEXT, edges(text -> text, "{}"), random -> "[" + random.nextInt() + "]"),
                plain("jsonb", Types.JSONB, edges(text -> text, "{}"), random -> "[" + random.nextInt() + "]"));
    }

    private static String padded(Random random) {
        return String.format("%-10s", Integer.toString(random.nextInt() >> 4, 36));
    }

    private static List<ValueCase<?>> others() {
        return List.of(
                new ValueCase<>(
                        "bytea",
                        Types.BYTEA,
                        edges(PlainValues::hex, Bytes.EMPTY, Bytes.utf8("\\x41"), Bytes.utf8("'\\\\"), every()),
                        ValueCase.by(random -> bytes(random, random.nextInt(50)), PlainValues::hex)),
                plain("varbit", Types.BITS, edges(text -> text, "", "101010101"), PlainValues::bits),
                plain("bit(9)", Types.BITS, edges(text -> text, "101010101"), random -> bits(random, 9)),
                plain(
                        "uuid",
                        Types.UUID,
                        edges(UUID::toString, new UUID(0, -1)),
                        random -> new UUID(random.nextLong(), random.nextLong())),
                plain(
                        "inet",
                        Types.INET,
                        edges(PgInet::toString, inet(new byte[4], 0), inet(new byte[16], 128)),
                        random -> {
                            byte[] address =
                                    bytes(random, random.nextBoolean() ? 4 : 16).toByteArray();
                            return inet(address, random.nextInt(8 * address.length + 1));
                        }),
                new ValueCase<>("cidr", Types.INET, List.of(), ValueCase.by(PlainValues::network, PlainValues::cidr)),
                plain("macaddr", Types.MACADDR, List.of(), random -> mac(random, 6)),
                plain("macaddr8", Types.MACADDR, List.of(), random -> mac(random, 8))
                        .since(1000));
    }

    private static Bytes every() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return Bytes.wrap(bytes);
    }

    private static String hex(Bytes bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static Bytes bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    private static String bits(Random random) {
        return bits(random, random.nextInt(40));
    }

    private static String bits(Random random, int count) {
        return random.ints(count, 0, 2).mapToObj(String::valueOf).collect(Collectors.joining());
    }

    private static String mac(Random random, int count) {
        return HexFormat.ofDelimiter(":").formatHex(bytes(random, count).toByteArray());
    }

    private static PgInet network(Random random) {
        byte[] address = bytes(random, random.nextBoolean() ? 4 : 16).toByteArray();
        int prefix = random.nextInt(8 * address.length + 1);
        for (int bit = prefix; bit < 8 * address.length; bit++) {
            address[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return inet(address, prefix);
    }

    private static String cidr(PgInet network) {
        return network.address().getHostAddress() + "/" + network.prefix();
    }

    private static PgInet inet(byte[] address, int prefix) {
        try {
            return new PgInet(InetAddress.getByAddress(address), prefix);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
