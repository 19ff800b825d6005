package io.github.pgtwo.client.session;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.encoding.TextEncodingException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.frontend.Query;

/** Makes messages of texts. */
final class QueryText {
    private QueryText() {}

    /** The text as a message, if the server will read all of it, and as it is meant. */
    static Query of(String sql, ServerProfile profile, TextEncoding encoding) {
        try {
            Query query = new Query(encoding.encode(sql));
            if (query.text().length() > profile.queryBytes()) {
                throw new PgUsageException("the text has " + query.text().length() + " bytes, and the server cuts off"
                        + " without a word what is beyond " + profile.queryBytes());
            }
            return query;
        } catch (LocalProtocolException | TextEncodingException e) {
            throw new PgUsageException("the text cannot be sent: " + e.getMessage(), e);
        }
    }
}
