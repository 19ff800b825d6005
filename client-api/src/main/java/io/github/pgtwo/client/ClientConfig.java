package io.github.pgtwo.client;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.DeclaredRequests;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamSecurity;
import io.github.pgtwo.spi.Transport;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a client was built with.
 *
 * @param ownRequests those of the providers that the codec has to be told of
 */
record ClientConfig(
        Endpoint endpoint,
        Transport transport,
        StreamSecurity tls,
        Optional<String> requiredPeer,
        Map<Integer, AuthProvider> providers,
        DeclaredRequests ownRequests,
        String user,
        String database,
        String options,
        Charset authCharset,
        Map<String, Map<String, String>> authOptions,
        CredentialSource credentials,
        AuthPolicy authPolicy,
        Duration connectTimeout,
        Duration loginTimeout,
        Duration readTimeout,
        ProtocolLimits limits,
        ConnectionListener listener,
        Optional<ServerProfile> profile) {}
