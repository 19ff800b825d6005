package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.Text;

/**
 * SQL to run: zero or more statements separated by semicolons (sections 1.6, 3.16).
 *
 * <pre>
 * Byte1  'Q'
 * String text
 * </pre>
 *
 * @param text in the client encoding, without NUL; servers 6.4 and 6.5 silently cut it after 8191 and 16383
 *     bytes
 */
public record Query(Bytes text) implements FrontendMessage {
    /** Refuses a NUL: the server would read what stands behind it as further messages. */
    public Query {
        Text.check("Query.text", text);
    }

    /** How it is read; made only for whoever reads it, which clients do not. */
    static Format<Query> format() {
        return new Format<>("Query", 'Q', in -> in.string("text", in.limit(Limit.QUERY)), in -> new Query(in.string()));
    }

    /** A Query in UTF-8. */
    public static Query of(String text) {
        return new Query(Bytes.utf8(text));
    }

    @Override
    public FrontendKind kind() {
        return FrontendKind.QUERY;
    }

    @Override
    public int wireLength() {
        return 1 + text.length() + 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('Q').string(text);
    }
}
