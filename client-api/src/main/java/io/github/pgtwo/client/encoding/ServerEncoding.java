package io.github.pgtwo.client.encoding;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/** The encodings of servers from 6.4 to 13 by the servers' names, which they read without regard to case and signs. */
public final class ServerEncoding {
    /** What servers say that convert and check nothing. */
    public static final String UNCONVERTED = "SQL_ASCII";

    /** The name of UTF-8 that all servers know. */
    public static final String UTF_8 = "UNICODE";

    /** In these, a byte of a longer character may be a backslash or another character of ASCII (section 13.2). */
    private static final Set<String> DANGEROUS = Set.of(
            "SJIS",
            "SHIFTJIS",
            "MSKANJI",
            "WIN932",
            "WINDOWS932",
            "SHIFTJIS2004",
            "BIG5",
            "WIN950",
            "WINDOWS950",
            "GBK",
            "WIN936",
            "WINDOWS936",
            "GB18030",
            "UHC",
            "WIN949",
            "WINDOWS949",
            "JOHAB");

    private static final String SIMPLE_UNCONVERTED = simple(UNCONVERTED);

    private ServerEncoding() {}

    /** Whether the server neither converts nor checks. */
    public static boolean isUnconverted(String name) {
        return simple(name).equals(SIMPLE_UNCONVERTED);
    }

    /** Whether parts of its characters may look like a quote or a backslash, so that nothing can be quoted in it. */
    public static boolean isDangerous(String name) {
        return DANGEROUS.contains(simple(name));
    }

    /**
     * The charset of that encoding; empty for {@code SQL_ASCII}, which is none, for what Java has no charset for, such
     * as {@code MULE_INTERNAL}, and for unknown names.
     */
    public static Optional<Charset> charset(String name) {
        String charset = charsetName(simple(name));
        return !charset.isEmpty() && Charset.isSupported(charset)
                ? Optional.of(Charset.forName(charset))
                : Optional.empty();
    }

    private static String charsetName(String simple) {
        return switch (simple) {
            case "UNICODE", "UTF8" -> "UTF-8";
            case "KOI8", "KOI8R" -> "KOI8-R";
            case "KOI8U" -> "KOI8-U";
            case "WIN" -> "windows-1251";
            case "ALT", "WIN866" -> "IBM866";
            case "WIN874" -> "x-windows-874";
            case "TCVN", "TCVN5712", "ABC", "VSCII" -> "windows-1258";
            case "EUCJP" -> "EUC-JP";
            case "EUCCN" -> "GB2312";
            case "EUCKR" -> "EUC-KR";
            case "EUCTW" -> "x-EUC-TW";
            default -> numbered(simple);
        };
    }

    private static String numbered(String simple) {
        int[] latins = {1, 2, 3, 4, 9, 10, 13, 14, 15, 16};
        for (int i = 0; i < latins.length; i++) {
            if (simple.equals("LATIN" + (i + 1))) {
                return "ISO-8859-" + latins[i];
            }
        }
        for (int part = 1; part <= 16; part++) {
            if (simple.equals("ISO8859" + part)) {
                return "ISO-8859-" + part;
            }
        }
        for (int page = 1250; page <= 1258; page++) {
            if (simple.equals("WIN" + page) || simple.equals("WINDOWS" + page)) {
                return "windows-" + page;
            }
        }
        return "";
    }

    /** By hand: each connection asks several times, mostly before the JVM has compiled what a pattern needs. */
    private static String simple(String name) {
        StringBuilder kept = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            if (each >= 'a' && each <= 'z') {
                kept.append((char) (each - 'a' + 'A'));
            } else if ((each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9')) {
                kept.append(each);
            }
        }
        return kept.toString();
    }
}
