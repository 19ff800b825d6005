package io.github.pgtwo.client.config;

import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.settings.SessionVariables;
import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.DeclaredRequests;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamSecurity;
import io.github.pgtwo.spi.Transport;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a client was built with.
 *
 * @param identity by which name the server has to prove itself, if that is not the endpoint
 * @param ownRequests those of the providers that the codec has to be told of
 */
public record ClientConfig(
        Endpoint endpoint,
        Endpoint identity,
        Transport transport,
        StreamSecurity tls,
        Optional<String> requiredPeer,
        Map<Integer, AuthProvider> providers,
        DeclaredRequests ownRequests,
        String user,
        String database,
        String options,
        Charset authCharset,
        TextPolicy text,
        TypeRegistry types,
        Map<String, Map<String, String>> authOptions,
        CredentialSource credentials,
        AuthPolicy authPolicy,
        Timeouts timeouts,
        ProtocolLimits limits,
        ConnectionListener listener,
        Optional<ServerProfile> profile,
        SessionVariables variables) {

    /** Refuses what does not fit the packet, the policy, the place or the clock. */
    public void check() {
        StartupPackets.check(user, database, options, authCharset);
        authPolicy.check(providers.values());
        if (requiredPeer.isPresent()) {
            RequiredPeer.checkRequired(requiredPeer.get(), endpoint);
        }
        timeouts.check();
    }

    /** The same with other types of columns. */
    public ClientConfig withTypes(TypeRegistry others) {
        return new ClientConfig(
                endpoint,
                identity,
                transport,
                tls,
                requiredPeer,
                providers,
                ownRequests,
                user,
                database,
                options,
                authCharset,
                text,
                others,
                authOptions,
                credentials,
                authPolicy,
                timeouts,
                limits,
                listener,
                profile,
                variables);
    }
}
