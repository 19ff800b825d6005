package io.github.pgtwo.auth;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthTarget;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.RawDialog;
import io.github.pgtwo.spi.Secret;
import java.util.Arrays;
import java.util.Optional;

/** An exchange without a connection: keeps what a provider sends. */
final class FakeExchange implements AuthExchange {
    private final String user;
    private final Optional<char[]> password;
    private final Bytes challenge;
    private ChannelInfo channel = ChannelInfo.plain("nowhere");
    private RawDialog dialog;
    private byte[] sent;

    FakeExchange(String user, String password, Bytes challenge) {
        this.user = user;
        this.password = Optional.ofNullable(password).map(String::toCharArray);
        this.challenge = challenge;
    }

    /** With a dialogue outside of messages. */
    FakeExchange over(ChannelInfo other, RawDialog raw) {
        channel = other;
        dialog = raw;
        return this;
    }

    byte[] sent() {
        return sent;
    }

    char[] characters() {
        return password.orElseThrow();
    }

    @Override
    public AuthTarget target() {
        return AuthTarget.of(user, "db", Endpoint.tcp("nowhere", 1), channel);
    }

    @Override
    public Bytes challenge() {
        return challenge;
    }

    @Override
    public Optional<Secret> credential() {
        return password.map(Secret::of);
    }

    @Override
    public RawDialog raw() {
        return dialog;
    }

    @Override
    public void sendPassword(byte[] answer) {
        sent = answer.clone();
        Arrays.fill(answer, (byte) 0);
    }
}
