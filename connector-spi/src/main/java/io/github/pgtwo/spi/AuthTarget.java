package io.github.pgtwo.spi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Who logs in where. Immutable; more may be known in later versions. */
public final class AuthTarget {
    private final String user;
    private final String database;
    private final Endpoint endpoint;
    private final ChannelInfo channel;
    private final Charset charset;

    private AuthTarget(String user, String database, Endpoint endpoint, ChannelInfo channel, Charset charset) {
        this.user = user;
        this.database = database;
        this.endpoint = endpoint;
        this.channel = channel;
        this.charset = charset;
    }

    /** A target whose texts are in UTF-8. */
    public static AuthTarget of(String user, String database, Endpoint endpoint, ChannelInfo channel) {
        return new AuthTarget(user, database, endpoint, channel, StandardCharsets.UTF_8);
    }

    /** The same target, with texts in another charset. */
    public AuthTarget withCharset(Charset other) {
        return new AuthTarget(user, database, endpoint, channel, other);
    }

    /** As in the startup packet. */
    public String user() {
        return user;
    }

    /** As in the startup packet. */
    public String database() {
        return database;
    }

    /** As the application configured it. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** What the transport knows of the stream. */
    public ChannelInfo channel() {
        return channel;
    }

    /** How user, database and password become bytes, which is what servers compare. */
    public Charset charset() {
        return charset;
    }

    @Override
    public String toString() {
        return user + " in " + database + " at " + endpoint;
    }
}
