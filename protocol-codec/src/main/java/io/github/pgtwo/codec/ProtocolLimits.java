package io.github.pgtwo.codec;

/**
 * What a decoder accepts from its peer (section 14 of the protocol). All limits count bytes unless they say
 * otherwise; they act on announced lengths before memory is taken, and memory grows only with bytes that
 * have arrived. Immutable.
 *
 * @param message one whole message, tag included
 * @param value one value of a row
 * @param columns columns in a RowDescription, a count
 * @param name a short String: cursor name, completion tag, column name, notification condition
 * @param text the text of an ErrorResponse or NoticeResponse
 * @param query the text of a Query
 * @param password the content of a password packet
 */
public record ProtocolLimits(int message, int value, int columns, int name, int text, int query, int password) {

    /** The limits in force where nothing else is asked for. */
    public static final ProtocolLimits DEFAULT =
            new ProtocolLimits(512 << 20, 256 << 20, 4096, 8 << 10, 1 << 20, 64 << 20, 1000);

    /** Refuses a limit below 1 with an {@link IllegalArgumentException}. */
    public ProtocolLimits {
        for (int limit : new int[] {message, value, columns, name, text, query, password}) {
            if (limit < 1) {
                throw new IllegalArgumentException("a limit of " + limit + " would refuse everything");
            }
        }
    }

    /** The same with another bound for one value of a row; the message bound grows with it. */
    public ProtocolLimits withValue(int bytes) {
        return new ProtocolLimits(Math.max(message, bytes), bytes, columns, name, text, query, password);
    }

    /** The same with another bound for a whole message. */
    public ProtocolLimits withMessage(int bytes) {
        return new ProtocolLimits(bytes, value, columns, name, text, query, password);
    }

    /** The same with another bound for the number of columns. */
    public ProtocolLimits withColumns(int count) {
        return new ProtocolLimits(message, value, count, name, text, query, password);
    }

    /** The same with another bound for short Strings. */
    public ProtocolLimits withName(int bytes) {
        return new ProtocolLimits(message, value, columns, bytes, text, query, password);
    }

    /** The same with another bound for the texts of errors and notices. */
    public ProtocolLimits withText(int bytes) {
        return new ProtocolLimits(message, value, columns, name, bytes, query, password);
    }

    /** The same with another bound for query texts. */
    public ProtocolLimits withQuery(int bytes) {
        return new ProtocolLimits(message, value, columns, name, text, bytes, password);
    }

    /** The same with another bound for password packets. */
    public ProtocolLimits withPassword(int bytes) {
        return new ProtocolLimits(message, value, columns, name, text, query, bytes);
    }
}
