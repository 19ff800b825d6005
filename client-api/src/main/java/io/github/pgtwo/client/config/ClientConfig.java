package io.github.pgtwo.client.config;

import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.settings.SessionVariables;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.DeclaredRequests;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamSecurity;
import io.github.pgtwo.spi.Transport;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a client was built with.
 *
 * @param identity by which name the server has to prove itself, if that is not the endpoint
 */
public record ClientConfig(
        Endpoint endpoint,
        Endpoint identity,
        Transport transport,
        StreamSecurity tls,
        Optional<String> requiredPeer,
        Map<Integer, AuthProvider> providers,
        String user,
        String database,
        String options,
        Charset authCharset,
        TextPolicy text,
        Map<String, Map<String, String>> authOptions,
        CredentialSource credentials,
        AuthPolicy authPolicy,
        Duration connectTimeout,
        Duration loginTimeout,
        Duration readTimeout,
        Duration cancelTimeout,
        ProtocolLimits limits,
        ConnectionListener listener,
        Optional<ServerProfile> profile,
        SessionVariables variables) {

    /** Those requests of the providers that the codec has to be told of. */
    public DeclaredRequests ownRequests() {
        return OwnRequests.of(providers.values());
    }

    /** Refuses what does not fit the packet, the policy, the place or the clock. */
    public void check() {
        StartupPackets.check(user, database, options, authCharset);
        authPolicy.check(providers.values());
        ownRequests();
        requiredPeer.ifPresent(peer -> RequiredPeer.checkRequired(peer, endpoint));
        for (Duration timeout : List.of(connectTimeout, loginTimeout, readTimeout, cancelTimeout)) {
            if (timeout.isNegative()) {
                throw new PgUsageException("a timeout of " + timeout + " is negative");
            }
        }
    }
}
