package io.github.pgtwo.verify.live;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Random;
import java.util.stream.IntStream;

/** The characters that a database in some encoding can have, but NUL. */
enum Repertoire {
    UTF8(""),
    SQL_ASCII(""),
    LATIN1(range(1, 0xff)),
    EUC_JP(japanese());

    private static final int FIRST_SURROGATE = 0xd800;
    private static final int SURROGATES = 0x800;

    private final String characters;

    /** Those of the basic plane; none stands for all of Unicode. */
    Repertoire(String characters) {
        this.characters = characters;
    }

    /** ASCII, kana and the kanji of JIS X 0208, which Java and servers map alike. */
    private static String japanese() {
        CharsetEncoder encoder = Charset.forName("EUC-JP").newEncoder();
        StringBuilder kanji = new StringBuilder();
        range(0x4e00, 0x9fa0).chars().filter(c -> encoder.canEncode((char) c)).forEach(c -> kanji.append((char) c));
        return range(1, 0x7f) + range(0x3041, 0x3093) + range(0xff61, 0xff9f) + kanji;
    }

    private static String range(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    int point(Random random) {
        if (!characters.isEmpty()) {
            return characters.charAt(random.nextInt(characters.length()));
        }
        int point = 1 + random.nextInt(Character.MAX_CODE_POINT - SURROGATES);
        return point < FIRST_SURROGATE ? point : point + SURROGATES;
    }

    boolean has(String text) {
        return characters.isEmpty() || text.chars().allMatch(c -> characters.indexOf(c) >= 0);
    }
}
