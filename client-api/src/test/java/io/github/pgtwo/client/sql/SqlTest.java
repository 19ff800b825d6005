package io.github.pgtwo.client.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What arguments and templates become, release by release. */
class SqlTest {
    private static ServerProfile profile(int release) {
        return ServerProfile.of(new ServerVersion(release, "of a test"));
    }

    private static String literal(int release, Object argument) {
        return Sql.of("{a}").with("a", argument).render(profile(release));
    }

    static Stream<Arguments> literals() {
        return Stream.of(
                Arguments.of(604, "it's", " 'it''s' "),
                Arguments.of(800, "a\\'b", " 'a\\\\''b' "),
                Arguments.of(801, "a\\'b", " E'a\\\\''b' "),
                Arguments.of(1300, "a\\'b", " E'a\\\\''b' "),
                Arguments.of(1300, 'c', " 'c' "),
                Arguments.of(1300, 5, " 5 "),
                Arguments.of(604, -5, " ('-5'::int4) "),
                Arguments.of(1300, Integer.MIN_VALUE, " ('-2147483648'::int4) "),
                Arguments.of(1300, 5L, " ('5'::int8) "),
                Arguments.of(1300, (short) 5, " ('5'::int2) "),
                Arguments.of(1300, -0.5, " ('-0.5'::float8) "),
                Arguments.of(1300, Float.NaN, " ('NaN'::float4) "),
                Arguments.of(1300, Double.NEGATIVE_INFINITY, " ('-Infinity'::float8) "),
                Arguments.of(605, new BigDecimal("-1.50"), " ('-1.50'::numeric) "),
                Arguments.of(1300, BigInteger.TEN.pow(30), " ('1" + "0".repeat(30) + "'::numeric) "),
                Arguments.of(1300, true, " ('t'::bool) "),
                Arguments.of(703, new byte[] {0, 'a', '\'', '\\', -1}, " ('\\\\000a\\\\047\\\\134\\\\377'::bytea) "),
                Arguments.of(804, new byte[] {-1}, " (E'\\\\377'::bytea) "),
                Arguments.of(900, new byte[] {-1}, " (E'\\\\xff'::bytea) "),
                Arguments.of(1300, LocalDate.of(-43, 3, 15), " ('0044-03-15 BC'::date) "),
                Arguments.of(1300, LocalTime.of(1, 2, 3, 4000), " ('01:02:03.000004'::time) "),
                Arguments.of(605, noon(), " ('2000-01-01 12:00:00'::datetime) "),
                Arguments.of(701, noon(), " ('2000-01-01 12:00:00'::timestamp) "),
                Arguments.of(702, noon(), " ('2000-01-01 12:00:00'::timestamp without time zone) "),
                Arguments.of(
                        702,
                        OffsetDateTime.parse("2000-01-01T12:00:00+02:00"),
                        " ('2000-01-01 10:00:00+00'::timestamp with time zone) "),
                Arguments.of(802, new UUID(1, 2), " '00000000-0000-0001-0000-000000000002' "),
                Arguments.of(803, new UUID(1, 2), " ('00000000-0000-0001-0000-000000000002'::uuid) "),
                Arguments.of(1300, new int[] {1, -2}, " ('{\"1\",\"-2\"}'::int4[]) "),
                Arguments.of(1300, Arrays.asList("a\"\\", null), " E'{\"a\\\\\"\\\\\\\\\",NULL}' "),
                Arguments.of(1300, new Long[][] {{1L}, {null}}, " ('{{\"1\"},{NULL}}'::int8[]) "),
                Arguments.of(1300, ValueList.of(List.of(1, -1)), " ( 1 , ('-1'::int4) ) "),
                Arguments.of(701, Identifier.of("a\"b"), " \"a\"\"b\" "),
                Arguments.of(703, Identifier.of("s", "t"), " \"s\".\"t\" "));
    }

    private static LocalDateTime noon() {
        return LocalDateTime.of(2000, 1, 1, 12, 0);
    }

    @ParameterizedTest
    @MethodSource
    void literals(int release, Object argument, String text) {
        assertThat(literal(release, argument)).isEqualTo(text);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(1300, "a\0b", "NUL, as at 1"),
                Arguments.of(1300, "a\ud800", "U+00D800 at 1"),
                Arguments.of(1300, '\udc00', "U+00DC00 at 0"),
                Arguments.of(1300, new Object(), "java.lang.Object"),
                Arguments.of(604, BigDecimal.ONE, "before 6.5"),
                Arguments.of(1300, new BigDecimal("1E+200000"), "digits"),
                Arguments.of(1300, new BigDecimal("1E-20000"), "digits"),
                Arguments.of(1300, new BigDecimal("1E+2147483647"), "digits"),
                Arguments.of(1300, LocalTime.of(0, 0, 0, 1), "MICROS"),
                Arguments.of(1300, LocalDate.MAX, "beyond"),
                Arguments.of(1300, Instant.MAX, "beyond"),
                Arguments.of(1300, Instant.MIN, "beyond"),
                Arguments.of(801, Arrays.asList(1, null), "before 8.2"),
                Arguments.of(1300, List.of(1, "a"), "different types"),
                Arguments.of(1300, List.of(List.of(1), List.of(1, 2)), "inner arrays"),
                Arguments.of(1300, List.of(List.of()), "inner arrays"),
                Arguments.of(700, Identifier.of("a\"b"), "before 7.1"),
                Arguments.of(702, Identifier.of("x".repeat(32)), "32 bytes"),
                Arguments.of(702, Identifier.of("s", "t"), "before 7.3"));
    }

    @ParameterizedTest
    @MethodSource
    void refusals(int release, Object argument, String problem) {
        assertThatThrownBy(() -> literal(release, argument))
                .isInstanceOf(SqlArgumentException.class)
                .hasMessageStartingWith("argument a")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1300~select -{1}~select - 1 ",
                "1300~{1}-{1}~ 1 - 1 ",
                "1300~a[{1}:2]~a[ 1 :2]",
                "1300~'{1}' = {1}~'{1}' =  1 ",
                "1300~E'\\'{1}' || {1}~E'\\'{1}' ||  1 ",
                "1300~$q$'{1}$q$ || {1}~$q$'{1}$q$ ||  1 ",
                "1300~\"{1}\"\"{1}\" = {1}~\"{1}\"\"{1}\" =  1 ",
                "1300~/* /* {1} */ ' */ {1}~/* /* {1} */ ' */  1 ",
                "900~'a\\b' || {1}~'a\\b' ||  1 ",
                "800~'\\'{1}' || {1}~'\\'{1}' ||  1 ",
                "605~{1} // '{1}~ 1  // '{1}",
                "703~{1} $$ {1}~ 1  $$  1 ",
                "1300~E'a'\n'\\'{1}' = {1}~E'a'\n'\\'{1}' =  1 "
            })
    void templates(String row) {
        List<String> parts = List.of(row.split("~", -1));
        int release = Integer.parseInt(parts.get(0));
        assertThat(Sql.of(parts.get(1), 1).render(profile(release))).isEqualTo(parts.get(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{1}'a'", "'a' {1}", "{1} {1}", "t_{1}", "{1}t", "1{1}", "'\\' || {1}", "{1} 'a", "{1} /* a", "{1} \"a",
                "{1} $$a", "*-- {1}\n {1}", "-- \r {1}", "1e5a {1}", "$1a {1}", "B'\\' {1}", "{ 1 }", "{}", "{1",
                        "{a-b}",
                "E'a'\n{1}", "{1}\n'a'"
            })
    void templatesThatAreInDoubt(String template) {
        assertThatThrownBy(() -> Sql.of(template, 1).render(profile(900)))
                .isInstanceOf(SqlArgumentException.class)
                .hasMessageStartingWith("the template cannot be used: ");
    }

    @Test
    void blockCommentsOfOldServersAreInDoubt() {
        assertThatThrownBy(() -> Sql.of("/* a */ {1}", 1).render(profile(700)))
                .hasMessageContaining("rules of their own");
    }

    @Test
    void argumentsAndPlaceholdersBelongTogether() {
        assertThatThrownBy(() -> Sql.of("{1} , {b}", 1).render(profile(1300))).hasMessage("argument b is missing");
        assertThatThrownBy(() -> Sql.of("'{1}'", 1).render(profile(1300)))
                .hasMessageStartingWith("argument 1 has no placeholder");
    }

    @Test
    void argumentsAreTakenOver() {
        List<String> list = new ArrayList<>(List.of("a"));
        byte[] bytes = {1};
        Sql sql = Sql.of("{1} , {2}", list, bytes);
        list.add("b");
        bytes[0] = 2;
        assertThat(sql.render(profile(1300))).isEqualTo(" '{\"a\"}'  ,  (E'\\\\x01'::bytea) ");
        assertThat(sql).hasToString("{1} , {2}");
    }

    @Test
    void textsThatWouldBeCutOffAreRefused() {
        Sql sql = Sql.of("select {1}", "x".repeat(8191));
        assertThat(sql.render(profile(605))).hasSizeGreaterThan(8191);
        assertThatThrownBy(() -> sql.render(profile(604))).hasMessageContaining("cuts off");
    }

    @Test
    void dangerousSessionsAreRefused() {
        ServerProfile sjis = profile(1300).withClientEncoding("SJIS");
        assertThatThrownBy(() -> Sql.of("select {1}", 1).render(sjis)).hasMessageContaining("SJIS");
    }
}
