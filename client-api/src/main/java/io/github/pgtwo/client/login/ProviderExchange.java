package io.github.pgtwo.client.login;

import io.github.pgtwo.client.config.ClientConfig;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.wire.BrokenException;
import io.github.pgtwo.client.wire.Wire;
import io.github.pgtwo.client.wire.WireDialog;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.AuthTarget;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.RawDialog;
import io.github.pgtwo.spi.Secret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request for one provider; wipes what the provider forgot. */
public final class ProviderExchange implements AuthExchange, AutoCloseable {
    private final ClientConfig config;
    private final Wire wire;
    private final AuthProvider provider;
    private final Authentication request;
    private final List<Secret> secrets = new ArrayList<>();
    private @Nullable WireDialog dialog;
    private boolean over;

    ProviderExchange(ClientConfig config, Wire wire, AuthProvider provider, Authentication request) {
        this.config = config;
        this.wire = wire;
        this.provider = provider;
        this.request = request;
    }

    @Override
    public AuthTarget target() {
        return AuthTarget.of(config.user(), config.database(), config.identity(), wire.channel())
                .withCharset(config.authCharset());
    }

    @Override
    public Bytes challenge() {
        return request.challenge();
    }

    @Override
    public Optional<Secret> credential() {
        checkInUse();
        Optional<Secret> secret = config.credentials().credential(target(), provider.method());
        secret.ifPresent(secrets::add);
        return secret;
    }

    @Override
    public void sendPassword(byte[] answer) throws IOException {
        try {
            checkInUse();
            wire.sendSecret(new PasswordPacket(Bytes.wrap(answer)));
        } catch (LocalProtocolException e) {
            throw new AuthenticationException(
                    AuthenticationException.Kind.PROTOCOL, "the password cannot be sent: " + e.getMessage(), e);
        } catch (PgException e) {
            throw new BrokenException(e);
        } finally {
            Arrays.fill(answer, (byte) 0);
        }
    }

    @Override
    public RawDialog raw() {
        checkInUse();
        if (wire.phase() != Phase.RAW_AUTHENTICATION) {
            throw new IllegalStateException("request " + request.code() + " is answered by a password packet");
        }
        if (dialog == null) {
            dialog = wire.dialog();
        }
        return dialog;
    }

    @Override
    public Map<String, String> options() {
        return config.authOptions().getOrDefault(provider.method(), Map.of());
    }

    private void checkInUse() {
        if (over) {
            throw new IllegalStateException("the exchange ended when its provider returned");
        }
    }

    @Override
    public void close() {
        over = true;
        for (Secret secret : secrets) {
            secret.close();
        }
        if (dialog != null) {
            dialog.end();
        }
    }
}
