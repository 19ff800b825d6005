package io.github.pgtwo.client;

import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Everything that a client was built with. */
record ClientConfig(
        Endpoint endpoint,
        Transport transport,
        Optional<String> requiredPeer,
        Map<Integer, AuthProvider> providers,
        String user,
        String database,
        String options,
        CredentialSource credentials,
        AuthPolicy authPolicy,
        Duration connectTimeout,
        Duration loginTimeout,
        Duration readTimeout,
        ProtocolLimits limits,
        ConnectionListener listener) {}
