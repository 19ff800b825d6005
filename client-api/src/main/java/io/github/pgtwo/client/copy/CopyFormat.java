package io.github.pgtwo.client.copy;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.encoding.TextEncodingException;

/**
 * How values stand in a line of COPY's text format, as the statement's own text asks for it: {@code delimiter '|'},
 * {@code null ''} (protocol 2.0, section 7.2).
 *
 * @param delimiter between two values; one ASCII character that is no letter, digit, backslash, dot, line end or NUL
 * @param nullText what stands for NULL; has no delimiter, line end or NUL, and a backslash only as {@code \N}, which is
 *     all that 6.4 and 6.5 know
 */
public record CopyFormat(char delimiter, String nullText) {
    /** What is in force where the statement does not say otherwise: TAB and {@code \N}. */
    public static final CopyFormat DEFAULT = new CopyFormat('\t', "\\N");

    private static final String NEVER_A_DELIMITER = "\0\n\r\\.";

    /** Checks both; throws {@link CopyDataException}. */
    public CopyFormat {
        if (delimiter > '~' || Character.isLetterOrDigit(delimiter) || NEVER_A_DELIMITER.indexOf(delimiter) >= 0) {
            throw new CopyDataException("a delimiter of code " + (int) delimiter + " cannot be told from other things");
        }
        boolean backslash = nullText.indexOf('\\') >= 0 && !nullText.equals("\\N");
        if (backslash || nullText.chars().anyMatch(c -> c == delimiter || c == '\n' || c == '\r' || c == 0)) {
            throw new CopyDataException("the text for NULL has a character that cannot be told from other things");
        }
    }

    /** What stands for NULL in lines of a session. */
    byte[] nullBytes(TextEncoding encoding) {
        try {
            return encoding.encode(nullText).toByteArray();
        } catch (TextEncodingException e) {
            throw new CopyDataException("the text for NULL cannot be sent: " + e.getMessage(), e);
        }
    }

    /** The same with another delimiter. */
    public CopyFormat withDelimiter(char other) {
        return new CopyFormat(other, nullText);
    }

    /** The same with another text for NULL. */
    public CopyFormat withNullText(String other) {
        return new CopyFormat(delimiter, other);
    }
}
