package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.sql.ValueList;
import io.github.pgtwo.codec.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Arguments of all classes by chance, and what a server has to say of them. */
final class Specimens {
    private static final int SMALL = 1000;
    private static final int LARGEST_NUMERIC = 400;

    private final Random random;
    private final Repertoire repertoire;
    private final TimeSpecimens times;

    Specimens(Random random, Repertoire repertoire) {
        this.random = random;
        this.repertoire = repertoire;
        times = new TimeSpecimens(random);
    }

    Specimen next() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6 -> text();
            case 7 -> inExpression();
            case 8, 9 -> integer();
            case 10 -> arithmetic();
            case 11 -> floating();
            case 12 -> decimal();
            case 13 -> bytes();
            case 14, 15 -> times.next();
            case 16 -> array();
            case 17 -> list();
            case 18 -> uuid();
            default -> other();
        };
    }

    private Specimen text() {
        String text = HostileTexts.next(random, repertoire);
        return Specimen.of(text, text);
    }

    private Specimen inExpression() {
        String text = HostileTexts.next(random, repertoire);
        return switch (random.nextInt(6)) {
            case 0 -> Specimen.of(text, "{p}||{p}", text + text);
            case 1 -> Specimen.of(text, "'it''s {x} '||{p}||E'\\'{x}\\\\'", "it's {x} " + text + "'{x}\\");
            case 2 -> Specimen.of(text, "$a$'{x}$a$||{p}::text", "'{x}" + text);
            case 3 -> Specimen.of(text, "{p}=(select {p}::text)", "t");
            case 4 -> Specimen.of(text, "case when {p}={p} then/**/{p} end", text);
            default -> Specimen.of(text, "replace({p},{p},'')", "");
        };
    }

    private Specimen integer() {
        long any = random.nextInt(4) == 0 ? edgeOfIntegers() : random.nextLong();
        Number number = switch (random.nextInt(3)) {
            case 0 -> (Number) (int) any;
            case 1 -> (short) any;
            default -> any;
        };
        String type = number instanceof Integer ? "integer" : number instanceof Short ? "smallint" : "bigint";
        return random.nextBoolean()
                ? Specimen.of(number, number.toString())
                : Specimen.of(number, "pg_typeof({p})", type);
    }

    private long edgeOfIntegers() {
        long[] edges = {0, -1, Short.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE};
        return edges[random.nextInt(edges.length)];
    }

    private Specimen arithmetic() {
        int number = random.nextInt(2 * SMALL) - SMALL;
        return switch (random.nextInt(6)) {
            case 0 -> Specimen.of(number, "1-{p}", "" + (1 - number));
            case 1 -> Specimen.of(number, "-{p}", "" + -number);
            case 2 -> Specimen.of(number, "{p}-{p}", "0");
            case 3 -> Specimen.of(number, "- -{p}*2", "" + number * 2);
            case 4 -> Specimen.of((long) number, "7-{p}::int8", "" + (7 - number));
            default -> Specimen.of((short) number, "@{p}", "" + Math.abs(number));
        };
    }

    private Specimen floating() {
        double value = random.nextInt(4) == 0 ? edge() : Double.longBitsToDouble(random.nextLong());
        if (random.nextBoolean()) {
            float small = (float) value;
            return new Specimen(small, "{p}", is(text -> Float.valueOf(small).equals(Float.valueOf(text))));
        }
        return new Specimen(value, "{p}", is(text -> Double.valueOf(value).equals(Double.valueOf(text))));
    }

    private double edge() {
        double[] edges = {0, -0.0, 1, -1, Double.NaN, 1e300, -1e-300, Double.MAX_VALUE, Double.NEGATIVE_INFINITY};
        return random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : edges[random.nextInt(edges.length)];
    }

    private static Predicate<@Nullable String> is(Predicate<String> test) {
        return text -> text != null && test.test(text);
    }

    private Specimen decimal() {
        BigInteger digits = new BigInteger(1 + random.nextInt(LARGEST_NUMERIC), random);
        BigInteger signed = random.nextBoolean() ? digits : digits.negate();
        if (random.nextBoolean()) {
            return Specimen.of(signed, signed.toString());
        }
        BigDecimal decimal = new BigDecimal(signed, random.nextInt(60) - 20);
        return Specimen.of(decimal, decimal.toPlainString());
    }

    private Specimen bytes() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        String text = HexFormat.of().formatHex(bytes);
        return Specimen.of(random.nextBoolean() ? bytes : Bytes.wrap(bytes), "encode({p},'hex')", text);
    }

    private Specimen array() {
        int length = 1 + random.nextInt(5);
        int index = random.nextInt(length);
        switch (random.nextInt(4)) {
            case 0 -> {
                String[] texts = new String[length];
                Arrays.setAll(texts, i -> random.nextInt(8) == 0 ? null : HostileTexts.next(random, repertoire));
                return elementOf(texts, "text", index, texts[index]);
            }
            case 1 -> {
                Integer[][] numbers = new Integer[length][2];
                Arrays.setAll(numbers, i -> new Integer[] {random.nextInt(), null});
                return Specimen.of(numbers, "{p}[" + (index + 1) + "][1]", "" + numbers[index][0]);
            }
            case 2 -> {
                byte[][] all = new byte[length][3];
                Arrays.stream(all).forEach(random::nextBytes);
                return Specimen.of(
                        all,
                        "encode({p}[" + (index + 1) + "],'hex')",
                        HexFormat.of().formatHex(all[index]));
            }
            default -> {
                return Specimen.of(List.of(), "{p}::int[]", "{}");
            }
        }
    }

    private static Specimen elementOf(Object array, String type, int index, @Nullable String element) {
        String expression = "({p}::" + type + "[])[" + (index + 1) + "]";
        return new Specimen(array, expression, text -> Objects.equals(text, element));
    }

    private Specimen list() {
        String text = HostileTexts.next(random, repertoire);
        ValueList list = ValueList.of(List.of(HostileTexts.next(random, repertoire), text, -1 + ""));
        return Specimen.of(list, "'-1'in {p}", "t");
    }

    private Specimen uuid() {
        UUID uuid = new UUID(random.nextLong(), random.nextLong());
        return Specimen.of(uuid, uuid.toString());
    }

    private Specimen other() {
        return switch (random.nextInt(4)) {
            case 0 -> new Specimen(null, "{p}", Objects::isNull);
            case 1 -> Specimen.of(true, "not {p}", "f");
            case 2 -> Specimen.of('\'', "'");
            default -> Specimen.of(false, "{p}", "f");
        };
    }
}
