package io.github.pgtwo.client.config;

import io.github.pgtwo.client.error.PgAuthException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;

/** The user of the operating system under which the server has to run. */
public final class RequiredPeer {
    private RequiredPeer() {}

    /** Refuses what could never be fulfilled. */
    static void checkRequired(String user, Endpoint endpoint) {
        if (user.isEmpty()) {
            throw new PgUsageException("requirePeer needs the name of a user");
        }
        if (endpoint instanceof Endpoint.Tcp) {
            throw new PgUsageException(
                    "requirePeer works with Unix sockets only: nobody can tell which user listens at " + endpoint
                            + "; use Endpoint.unix(...), or leave requirePeer out");
        }
    }

    /** Refuses a channel behind which not this user is. */
    public static void check(String required, ChannelInfo channel) {
        String actual = channel.peerUser()
                .orElseThrow(() -> refused(required, channel, "that user cannot be told; is it a Unix socket?"));
        if (!actual.equals(required)) {
            throw refused(required, channel, "it runs as " + actual);
        }
    }

    private static PgAuthException refused(String required, ChannelInfo channel, String instead) {
        return new PgAuthException(
                Kind.REFUSED_BY_POLICY,
                "the server at " + channel.peer() + " has to run as the user " + required + " (requirePeer), but "
                        + instead + "; nothing was sent to it",
                null);
    }
}
