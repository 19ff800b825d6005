package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.testkit.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Proves a login method that answers with a password packet. With JUnit:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheContract() {
 *     return AuthProviderContract.answering(new MyAuth(), new Example("alice", salt, "secret", answer))
 *             .checks().stream().map(check -> DynamicTest.dynamicTest(check.name(), check::run));
 * }
 * }</pre>
 *
 * <p>Without a test framework, call {@link Check#run} of each. Immutable; the checks can be run in any order.
 */
public final class AuthProviderContract {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AuthProvider provider;
    private final Example example;
    private final List<Bytes> unusable;
    private final Duration patience;

    private AuthProviderContract(AuthProvider provider, Example example, List<Bytes> unusable, Duration patience) {
        this.provider = provider;
        this.example = example;
        this.unusable = unusable;
        this.patience = patience;
    }

    /**
     * Of a provider that takes a password and sends one packet.
     *
     * @param example best one that a real server has accepted
     */
    public static AuthProviderContract answering(AuthProvider provider, Example example) {
        return new AuthProviderContract(provider, example, List.of(), PATIENCE);
    }

    /** The same for a provider that also has to refuse this challenge, which no honest server sends. */
    public AuthProviderContract refusing(Bytes challenge) {
        List<Bytes> more = new ArrayList<>(unusable);
        more.add(challenge);
        return new AuthProviderContract(provider, example, List.copyOf(more), patience);
    }

    /** The same with another patience: how long a check may take before it counts as a hang. */
    public AuthProviderContract patience(Duration limit) {
        return new AuthProviderContract(provider, example, unusable, limit);
    }

    /** All checks, each with a name of its own. */
    public List<Check> checks() {
        Login login = new Login(provider, example);
        return Stream.of(
                        new NameChecks(login).rules(),
                        new AnswerChecks(login).rules(),
                        new SecretChecks(login).rules(),
                        new FailureChecks(login, unusable).rules(),
                        new SharingChecks(login).rules())
                .flatMap(List::stream)
                .map(rule -> new Check(rule.name(), patience, rule.body()))
                .toList();
    }
}
