package io.github.pgtwo.testkit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.testkit.Check;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A correct provider passes, and each defect makes the checks fail that are meant for it, and no other. */
class AuthProviderContractTest {
    private static final Example EXAMPLE = new Example("alice", Bytes.utf8("zy"), "s3cr3t", Bytes.utf8("s3cr3tzy"));

    private static List<Check> checks(AuthProvider provider) {
        return AuthProviderContract.answering(provider, EXAMPLE)
                .refusing(Bytes.utf8("z"))
                .patience(Duration.ofMillis(1500))
                .checks();
    }

    @TestFactory
    Stream<DynamicTest> aCorrectProviderPasses() {
        return checks(new BrokenProviders.Correct()).stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), check::run));
    }

    @TestFactory
    Stream<DynamicTest> oneWithARequestOfItsOwnPasses() {
        return checks(new BrokenProviders.OwnRequest()).stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), check::run));
    }

    @Test
    void namesAreUnique() {
        assertThat(checks(new BrokenProviders.Correct()))
                .extracting(Check::name)
                .doesNotHaveDuplicates()
                .hasSize(16);
    }

    @TestFactory
    Stream<DynamicTest> eachDefectOfAnAnswerFailsItsChecks() {
        return Stream.of(
                broken(new BrokenProviders.HasAListForAName(), "fits into a policy"),
                broken(new BrokenProviders.AnswersOk(), "wants an answer"),
                broken(new BrokenProviders.AnswersSasl(), "wants an answer"),
                broken(new BrokenProviders.DeclaresAnotherLength(), "declared length"),
                broken(new BrokenProviders.ChangesItsMind(), "are constant"),
                broken(new BrokenProviders.ChangesItsLength(), "are constant"),
                broken(
                        new BrokenProviders.AnswersTwice(),
                        "one answer",
                        "asked for once",
                        "closed after the answer",
                        "toString()",
                        "nothing behind",
                        "do not mix"),
                broken(new BrokenProviders.AnswersWrongly(), "one answer", "nothing behind", "do not mix"),
                broken(new BrokenProviders.AsksTwice(), "asked for once"));
    }

    @TestFactory
    Stream<DynamicTest> eachDefectBehindRightAnswersFailsItsChecks() {
        return Stream.of(
                broken(
                        new BrokenProviders.ForgetsToClose(),
                        "closed after the answer",
                        "closed after a failure",
                        "cannot be encoded",
                        "challenge 7a"),
                broken(new BrokenProviders.ClosesOnlyAfterSuccess(), "closed after a failure", "cannot be encoded"),
                broken(new BrokenProviders.SendsSubstitutes(), "cannot be encoded"),
                broken(new BrokenProviders.TellsThePassword(), "closed after a failure", "broken connection"),
                broken(new BrokenProviders.RemembersInToString(), "toString()"),
                broken(
                        new BrokenProviders.SendsNothingForNoPassword(),
                        "without a password",
                        "asked for once",
                        "closed after the answer",
                        "closed after a failure",
                        "cannot be encoded",
                        "challenge 7a",
                        "nothing behind"),
                broken(new BrokenProviders.SendsEmptyPasswords(), "empty password"),
                broken(new BrokenProviders.ThrowsWhatIsNotTyped(), "without a password", "nothing behind"),
                broken(new BrokenProviders.SwallowsFailures(), "broken connection"),
                broken(new BrokenProviders.TakesAnySalt(), "challenge 7a"),
                broken(new BrokenProviders.CachesThePassword(), "nothing behind"),
                broken(new BrokenProviders.SharesAField(), "do not mix"),
                broken(new BrokenProviders.LetsOthersWait(), "do not mix"));
    }

    private static DynamicTest broken(AuthProvider provider, String... expected) {
        return DynamicTest.dynamicTest(provider.getClass().getSimpleName(), () -> expectFailures(provider, expected));
    }

    private static void expectFailures(AuthProvider provider, String... expected) {
        Set<String> failed = new TreeSet<>();
        List<Check> checks = checks(provider);
        checks.stream().filter(check -> fails(check)).forEach(check -> failed.add(check.name()));
        Set<String> meant = new TreeSet<>();
        for (String part : expected) {
            checks.stream().map(Check::name).filter(name -> name.contains(part)).forEach(meant::add);
        }
        assertThat(meant).hasSameSizeAs(expected);
        assertThat(failed).isEqualTo(meant);
    }

    private static boolean fails(Check check) {
        try {
            check.run();
            return false;
        } catch (AssertionError e) {
            assertThat(e).hasMessageStartingWith(check.name() + ": ");
            return true;
        }
    }
}
