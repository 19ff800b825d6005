package io.github.pgtwo.auth;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.testkit.auth.AuthProviderContract;
import io.github.pgtwo.testkit.auth.Example;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** By answers that real servers have accepted. */
class ProviderContractTest {
    private static final Bytes SALT = Bytes.of((byte) 0x5b, (byte) 0x3c, (byte) 0x9a, (byte) 0x01);

    @TestFactory
    Stream<DynamicTest> cleartextKeepsTheContract() {
        Bytes password = Bytes.utf8("pässwörd");
        return checks(new CleartextAuth(), new Example("alice", Bytes.EMPTY, password.utf8(), password));
    }

    @TestFactory
    Stream<DynamicTest> md5KeepsTheContract() {
        Bytes answer = Bytes.utf8("md56b053709c9e73224174a1f026a8cd17d");
        return checks(new Md5Auth(), new Example("alice", SALT, "secret", answer));
    }

    @TestFactory
    Stream<DynamicTest> md5TakesSaltBytesAsBytes() {
        Bytes salt = Bytes.of((byte) 0x93, (byte) 0xf1, (byte) 0x01, (byte) 0xff);
        Bytes answer = Bytes.utf8("md5734e0a3ed0586b12b11df17d652c49c3");
        return checks(new Md5Auth(), new Example("postgres", salt, "secret", answer));
    }

    /** As a server of version 8.3 accepted it, in a recorded conversation. */
    @TestFactory
    Stream<DynamicTest> md5AnswersAsServersWantIt() {
        Bytes salt = Bytes.of((byte) 0x17, (byte) 0x2f, (byte) 0x27, (byte) 0x0e);
        Bytes answer = Bytes.utf8("md51fbd73a5cb6b30fc286ed220d8c71a66");
        return checks(new Md5Auth(), new Example("alice", salt, "secret", answer));
    }

    @TestFactory
    Stream<DynamicTest> cryptKeepsTheContract() {
        Bytes answer = Bytes.utf8("abBWV6ANCjYzs");
        return checks(new CryptAuth(), new Example("alice", Bytes.utf8("ab"), "sekrit12", answer));
    }

    private static Stream<DynamicTest> checks(AuthProvider provider, Example example) {
        return AuthProviderContract.answering(provider, example).checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), check::run));
    }
}
