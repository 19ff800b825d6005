package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.Exposure;
import io.github.pgtwo.testkit.internal.Expect;
import java.util.List;

/** What the provider says of itself. */
final class NameChecks {
    /** What policies say where nothing is asked for. */
    private static final String NONE = "none";

    private static final int LAST_DEFINED = 6;
    private static final int LAST_TAKEN = 12;

    private final AuthProvider provider;
    private final int challengeLength;

    NameChecks(Login login) {
        provider = login.provider();
        challengeLength = login.example().challenge().length();
    }

    List<Rule> rules() {
        return List.of(
                new Rule("the method has a name that fits into a policy", this::name),
                new Rule("the request is one that wants an answer", this::request),
                new Rule("a request of its own has the declared length", this::length),
                new Rule("name, request, challenge length and exposure are constant", this::constant));
    }

    private void name() {
        String name = provider.method();
        Expect.that(
                name.matches("[a-z0-9][a-z0-9_.-]*"),
                "\"" + name + "\" is not made of lower-case letters, digits and . _ -, in lists it would be several");
        Expect.that(!name.equals(NONE), "\"none\" means that the server asks for nothing");
    }

    private void request() {
        Expect.that(provider.requestCode() != 0, "0 is no request: it says that the login is over");
        Expect.that(
                provider.requestCode() <= LAST_DEFINED || isOwn(),
                provider.requestCode() + " is a request that protocol 2.0 cannot carry");
    }

    private boolean isOwn() {
        return provider.requestCode() < 0 || provider.requestCode() > LAST_TAKEN;
    }

    private void length() {
        Expect.that(
                !isOwn() || provider.challengeLength() == challengeLength,
                "the challenge of the example has " + challengeLength + " bytes, but the provider declares "
                        + provider.challengeLength());
    }

    private void constant() {
        String method = provider.method();
        int code = provider.requestCode();
        int length = provider.challengeLength();
        Exposure exposure = provider.exposure();
        Expect.that(exposure != null, "what the answer gives away has to be told, the policy asks for it");
        Expect.that(method.equals(provider.method()), "the name changes");
        Expect.that(code == provider.requestCode(), "the code of the request changes");
        Expect.that(length == provider.challengeLength(), "the length of the challenge changes");
        Expect.that(exposure == provider.exposure(), "the exposure changes");
    }
}
