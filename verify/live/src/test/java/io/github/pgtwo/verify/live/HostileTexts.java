package io.github.pgtwo.verify.live;

import java.util.List;
import java.util.Random;

/** Texts that break out of literals which are not written with care. */
final class HostileTexts {
    private static final List<String> TRICKS = List.of(
            "",
            "'",
            "''",
            "'''",
            "\\",
            "\\\\",
            "\\'",
            "'\\",
            "\\\\'",
            "\\''",
            "' or '1'='1",
            "'; drop table canary; --",
            "\\'; drop table canary; --",
            "\\\\'; drop table canary; --",
            "'; delete from canary; select '",
            "') ; delete from canary ; select ('",
            "'::text); delete from canary; --",
            "\\047; delete from canary; --",
            "\\x27; delete from canary; --",
            "\\u0027; delete from canary; --",
            "\\0027",
            "\\000",
            "U&'\\0027'",
            "E'\\''",
            "\n'",
            "'\n'",
            "' \n 'x",
            "'\r'",
            "\r\n--",
            "--",
            "-- ",
            "/*",
            "*/",
            "/* ' */",
            "*/ delete from canary; /*",
            "//",
            "$$",
            "$$; delete from canary; $$",
            "$q$",
            "$1",
            "{1}",
            "{a0}",
            "{{",
            "}",
            "?",
            ":a",
            "::int",
            ";",
            "; commit; delete from canary",
            "\"",
            "\"\"",
            "\"; delete from canary; --",
            "%_",
            "||",
            "'||(select 'x')||'",
            "NULL",
            "null",
            "{NULL}",
            "{\"a\",b}",
            "\\N",
            "\\.",
            "-1",
            "--1",
            "1)",
            "' UESCAPE '!",
            "\b\f\t\u000b",
            "\u0001\u001a\u007f",
            "\u00a5'",
            "\u00a5; delete from canary; --",
            "\u00e9'",
            "\u00bf'\\",
            "\u02bc",
            "\u2019",
            "\u2028'",
            "\u8868'",
            "\u8868\\'",
            "\u3042'; delete from canary; --",
            "\uff07",
            "\uff3c'",
            "\ufeff'",
            "\ufffd",
            "\ud83d\ude00'");

    private static final String SIGNS = "''\\\\\"\"$$--/*;:{}()[]?,.|&@#!%^`~<>=+ \n\r\tE'U&BbXxNn0123456789_q";

    private HostileTexts() {}

    /** One of the tricks that the database can express, several in a row, or something by chance. */
    static String next(Random random, Repertoire repertoire) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> trick(random, repertoire);
            case 2 -> trick(random, repertoire) + trick(random, repertoire) + trick(random, repertoire);
            case 3, 4 -> signs(random, 1 + random.nextInt(24));
            case 5 -> points(random, repertoire, 1 + random.nextInt(12));
            case 6 -> trick(random, repertoire) + points(random, repertoire, 1) + signs(random, 3);
            default -> mixed(random, repertoire);
        };
    }

    private static String trick(Random random, Repertoire repertoire) {
        String trick = TRICKS.get(random.nextInt(TRICKS.size()));
        return repertoire.has(trick) ? trick : "\\'";
    }

    private static String signs(Random random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, SIGNS.length()).forEach(i -> text.append(SIGNS.charAt(i)));
        return text.toString();
    }

    private static String points(Random random, Repertoire repertoire, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(repertoire.point(random));
        }
        return text.toString();
    }

    private static String mixed(Random random, Repertoire repertoire) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(random.nextInt(50) == 0 ? 3000 : 30);
        while (text.length() < length) {
            text.append(signs(random, 1 + random.nextInt(3))).append(points(random, repertoire, 1));
        }
        return text.toString();
    }
}
