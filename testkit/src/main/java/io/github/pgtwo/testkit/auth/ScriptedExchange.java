package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthTarget;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.RawDialog;
import io.github.pgtwo.spi.Secret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An exchange without a connection: keeps what a provider asks for and sends. Used by one thread at a time. */
public final class ScriptedExchange implements AuthExchange {
    private final String user;
    private final Bytes challenge;
    private final Optional<String> password;
    private final List<char[]> secrets = new ArrayList<>();
    private final List<Bytes> sent = new ArrayList<>();
    private Runnable eachCall = () -> {};
    private Optional<IOException> failure = Optional.empty();
    private ChannelInfo channel = ChannelInfo.plain("scripted");
    private Optional<RawDialog> dialog = Optional.empty();

    private ScriptedExchange(String user, Bytes challenge, Optional<String> password) {
        this.user = user;
        this.challenge = challenge;
        this.password = password;
    }

    /**
     * For a user without a password.
     *
     * @param challenge the bytes behind the code of the request; empty where it has none
     */
    public static ScriptedExchange withoutPassword(String user, Bytes challenge) {
        return new ScriptedExchange(user, challenge, Optional.empty());
    }

    /** For a user with a password, which may be empty. */
    public static ScriptedExchange of(String user, Bytes challenge, String password) {
        return new ScriptedExchange(user, challenge, Optional.of(password));
    }

    /** From now on over this channel, and with this dialogue outside of messages. */
    public ScriptedExchange over(ChannelInfo other, RawDialog raw) {
        channel = other;
        dialog = Optional.of(raw);
        return this;
    }

    /** Lets each later {@link #sendPassword} fail with this, as a broken connection does. */
    ScriptedExchange failing(IOException instead) {
        failure = Optional.of(instead);
        return this;
    }

    /** Does this at each call of the provider, before it is answered. */
    ScriptedExchange atEachCall(Runnable action) {
        eachCall = action;
        return this;
    }

    /** The answers, in their order, without what frames them. */
    public List<Bytes> sent() {
        return List.copyOf(sent);
    }

    /** How often the provider has asked for the password. */
    public int credentialsTaken() {
        return secrets.size();
    }

    /** Whether all passwords that were taken have been wiped, by {@link Secret#close}. */
    public boolean wiped() {
        return secrets.stream().allMatch(ScriptedExchange::isWiped);
    }

    private static boolean isWiped(char[] secret) {
        for (char character : secret) {
            if (character != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public AuthTarget target() {
        eachCall.run();
        return AuthTarget.of(user, "database", Endpoint.tcp("scripted", 1), channel);
    }

    @Override
    public Bytes challenge() {
        eachCall.run();
        return challenge;
    }

    @Override
    public Optional<Secret> credential() {
        eachCall.run();
        return password.map(this::secret);
    }

    private Secret secret(String text) {
        char[] characters = text.toCharArray();
        secrets.add(characters);
        return Secret.of(characters);
    }

    @Override
    public RawDialog raw() {
        eachCall.run();
        return dialog.orElseGet(AuthExchange.super::raw);
    }

    @Override
    public void sendPassword(byte[] answer) throws IOException {
        eachCall.run();
        try {
            if (failure.isPresent()) {
                throw failure.get();
            }
            sent.add(Bytes.copyOf(answer, 0, answer.length));
        } finally {
            Arrays.fill(answer, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "exchange for " + user;
    }
}
