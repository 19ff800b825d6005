package io.github.pgtwo.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.spi.AuthenticationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Md5Test {
    @Test
    void bouncyCastleAgreesWithTheJdk() throws AuthenticationException {
        Random random = new Random(7);
        for (int length = 0; length < 200; length++) {
            byte[] input = new byte[length];
            random.nextBytes(input);
            assertThat(BouncyCastleMd5.of(input, input)).isEqualTo(Md5.of(input, input));
        }
    }

    @Test
    void aJvmWithoutMd5FallsBackOnBouncyCastle() throws Exception {
        byte[] expected = Md5.of("secret".getBytes(StandardCharsets.US_ASCII));
        Provider sun = MessageDigest.getInstance("MD5").getProvider();
        Security.removeProvider(sun.getName());
        try {
            assertThat(hasMd5()).as("MD5 in the JDK").isFalse();
            assertThat(Md5.of("secret".getBytes(StandardCharsets.US_ASCII))).isEqualTo(expected);
        } finally {
            Security.insertProviderAt(sun, 1);
        }
    }

    private static boolean hasMd5() {
        try {
            MessageDigest.getInstance("MD5");
            return true;
        } catch (NoSuchAlgorithmException e) {
            return false;
        }
    }
}
