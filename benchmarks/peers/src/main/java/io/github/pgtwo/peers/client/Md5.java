package io.github.pgtwo.peers.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What answers a request for an md5 password (section 4.3). */
final class Md5 {
    private Md5() {}

    static String answer(String user, String password, byte[] salt, int at) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            String stored = HexFormat.of().formatHex(md5.digest(Floor.bytes(password + user)));
            md5.update(Floor.bytes(stored));
            md5.update(salt, at, 4);
            return "md5" + HexFormat.of().formatHex(md5.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
