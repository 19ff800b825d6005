package io.github.pgtwo.auth;

import org.bouncycastle.crypto.digests.MD5Digest;

/** Apart from {@link Md5}, so that the latter links where Bouncy Castle is absent. */
final class BouncyCastleMd5 {
    private BouncyCastleMd5() {}

    static byte[] of(byte[]... parts) {
        MD5Digest md5 = new MD5Digest();
        for (byte[] part : parts) {
            md5.update(part, 0, part.length);
        }
        byte[] digest = new byte[md5.getDigestSize()];
        md5.doFinal(digest, 0);
        return digest;
    }
}
