package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * MD5 over several parts: from the JDK, and where its providers have none, as in FIPS set-ups, from Bouncy
 * Castle. The JDK goes first because checking Bouncy Castle's signed jar takes a third of a second.
 */
final class Md5 {
    private Md5() {}

    static byte[] of(byte[]... parts) throws AuthenticationException {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            for (byte[] part : parts) {
                md5.update(part);
            }
            return md5.digest();
        } catch (NoSuchAlgorithmException e) {
            return ofBouncyCastle(parts);
        }
    }

    private static byte[] ofBouncyCastle(byte[]... parts) throws AuthenticationException {
        try {
            return BouncyCastleMd5.of(parts);
        } catch (NoClassDefFoundError e) {
            throw new AuthenticationException(
                    Kind.UNSUPPORTED, "neither this JVM nor a Bouncy Castle jar on its path offers MD5", e);
        }
    }
}
