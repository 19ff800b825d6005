package com.example.pgtwo;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.testkit.auth.AuthProviderContract;
import io.github.pgtwo.testkit.auth.Example;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HmacAuthTest {
    /** The second test case of RFC 4231. */
    private static final Example EXAMPLE = new Example(
            "alice",
            Bytes.utf8("what do ya want for nothing?"),
            "Jefe",
            Bytes.utf8("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return AuthProviderContract.answering(new HmacAuth(), EXAMPLE).checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), check::run));
    }
}
