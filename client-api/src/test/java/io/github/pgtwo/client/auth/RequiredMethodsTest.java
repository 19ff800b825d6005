package io.github.pgtwo.client.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgUsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of libpq's require_auth. */
class RequiredMethodsTest {
    private static final List<String> PROVIDED = List.of("password", "crypt", "md5", "krb5");

    private static RequiredMethods parse(String list) {
        RequiredMethods methods = new RequiredMethods(list);
        methods.check(PROVIDED);
        return methods;
    }

    private static void assertAllows(String list, String... allowed) {
        RequiredMethods methods = parse(list);
        assertThat(List.of("none", "password", "crypt", "md5", "krb5"))
                .filteredOn(methods::allow)
                .containsExactlyInAnyOrder(allowed);
    }

    @Test
    void aListAllowsWhatItNames() {
        assertAllows("md5", "md5");
        assertAllows("krb5,md5", "krb5", "md5");
        assertAllows("none,md5", "none", "md5");
        assertAllows("none", "none");
        assertAllows("scram-sha-256,md5", "md5");
    }

    @Test
    void aNegatedListAllowsWhatItDoesNotName() {
        assertAllows("!password,!crypt", "none", "md5", "krb5");
        assertAllows("!none", "password", "crypt", "md5", "krb5");
    }

    @Test
    void anEmptyListAllowsAll() {
        assertAllows("", "none", "password", "crypt", "md5", "krb5");
    }

    @Test
    void onlyAListThatIsNotNegatedNamesWhatItAllows() {
        assertThat(parse("krb5").name("krb5")).isTrue();
        assertThat(parse("!md5").name("krb5")).isFalse();
        assertThat(parse("!md5").name("md5")).isFalse();
        assertThat(parse("").name("krb5")).isFalse();
    }

    @Test
    void whatIsWrongIsRefused() {
        assertWrong("md5,!password", "mixes");
        assertWrong("!password,md5", "mixes");
        assertWrong("md5,krb5,md5", "names md5 more than once");
        assertWrong("!md5,!md5", "names md5 more than once");
        assertWrong("md5,", "empty");
        assertWrong(",", "empty");
        assertWrong("!", "empty");
        assertWrong("md5, krb5", "names  krb5, which is no login method");
        assertWrong("MD5", "no login method");
        assertWrong("!!md5", "no login method");
    }

    @Test
    void aListThatLeavesNothingIsRefused() {
        assertWrong("!none,!password,!crypt,!md5,!krb4,!krb5,!creds", "allows none of the login methods");
        assertWrong("creds", "allows none of the login methods that there are: [crypt, krb5, md5, none, password]");
        assertWrong("scram-sha-256", "allows none");
    }

    private static void assertWrong(String list, String problem) {
        assertThatThrownBy(() -> parse(list))
                .isInstanceOf(PgUsageException.class)
                .hasMessageStartingWith("requireAuth \"" + list + "\"")
                .hasMessageContaining(problem);
    }
}
