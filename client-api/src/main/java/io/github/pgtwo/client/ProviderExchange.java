package io.github.pgtwo.client;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthTarget;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One request for one provider; wipes what the provider forgot. */
final class ProviderExchange implements AuthExchange, AutoCloseable {
    private final ClientConfig config;
    private final Wire wire;
    private final AuthProvider provider;
    private final Authentication request;
    private final List<Secret> secrets = new ArrayList<>();

    ProviderExchange(ClientConfig config, Wire wire, AuthProvider provider, Authentication request) {
        this.config = config;
        this.wire = wire;
        this.provider = provider;
        this.request = request;
    }

    @Override
    public AuthTarget target() {
        return new AuthTarget(
                config.user(), config.database(), config.endpoint(), wire.channel(), StandardCharsets.UTF_8);
    }

    @Override
    public Bytes challenge() {
        return request.challenge();
    }

    @Override
    public Optional<Secret> credential() {
        Optional<Secret> secret = config.credentials().credential(target(), provider.method());
        secret.ifPresent(secrets::add);
        return secret;
    }

    @Override
    public void sendPassword(byte[] answer) throws AuthenticationException {
        try {
            wire.sendSecret(new PasswordPacket(Bytes.wrap(answer)));
        } catch (LocalProtocolException e) {
            throw new AuthenticationException("the password cannot be sent: " + e.getMessage(), e);
        } finally {
            Arrays.fill(answer, (byte) 0);
        }
    }

    @Override
    public void close() {
        secrets.forEach(Secret::close);
    }
}
