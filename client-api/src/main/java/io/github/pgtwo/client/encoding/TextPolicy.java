package io.github.pgtwo.client.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What the server cannot tell of text (protocol 2.0, section 5.5).
 *
 * @param unconverted what text is in where the server passes bytes through as they are: with databases in {@code
 *     SQL_ASCII}, and servers up to 7.2 without multibyte support. Any charset that has ASCII in it as it is
 * @param malformed what becomes of values that are no text in the session's charset. Errors, notices and names are always
 *     shown, with U+FFFD in the place of what is malformed
 */
public record TextPolicy(Charset unconverted, MalformedText malformed) {
    /** UTF-8, and malformed values are reported, since a rescue must not lose anything without a word. */
    public static final TextPolicy DEFAULT = new TextPolicy(StandardCharsets.UTF_8, MalformedText.REPORT);
}
