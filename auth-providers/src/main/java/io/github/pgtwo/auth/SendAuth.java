package io.github.pgtwo.auth;

import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.RawDialog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The dialogue of MIT's {@code krb5_sendauth} (section 4.5): two version strings, one byte in answer, the AP-REQ,
 * a KRB-ERROR or nothing, and the AP-REP. Where the server has an error to tell instead, the dialogue ends and leaves
 * it to the client.
 */
final class SendAuth {
    private static final String VERSION = "KRB5_SENDAUTH_V1.0";
    private static final int LONGEST = 65_536;

    private final RawDialog dialog;
    private final KerberosProof proof;

    private SendAuth(RawDialog dialog, KerberosProof proof) {
        this.dialog = dialog;
        this.proof = proof;
    }

    /**
     * Runs it to its end, or up to the server's error.
     *
     * @param mutual whether the server is to prove itself
     */
    static void run(RawDialog dialog, KerberosProof proof, String appVersion, boolean mutual) throws IOException {
        new SendAuth(dialog, proof).run(appVersion, mutual);
    }

    /** Whoever finds no ticket must not have said a word, or the server waits for the rest. */
    private void run(String appVersion, boolean mutual) throws IOException {
        byte[] request = proof.request();
        send(text(VERSION), text(appVersion));
        if (dialog.errorFollows()) {
            return;
        }
        checkVersions(dialog.read(1)[0] & 0xff, appVersion);
        send(request);
        if (dialog.errorFollows()) {
            return;
        }
        byte[] refusal = receive(mutual);
        if (refusal.length > 0) {
            throw new AuthenticationException(Kind.REJECTED_BY_SERVER, KerberosError.describe(refusal));
        }
        if (mutual && !dialog.errorFollows()) {
            proof.verify(receive(true));
        }
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.UTF_8);
    }

    /** All in one write: a server that has closed behind its error takes one, and fails the next before it is heard. */
    private void send(byte[]... messages) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            all.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(message.length).array());
            all.writeBytes(message);
        }
        dialog.write(all.toByteArray());
    }

    private static void checkVersions(int reply, String appVersion) throws AuthenticationException {
        switch (reply) {
            case 0 -> {}
            case 1 -> throw rejected("the server does not know " + VERSION);
            case 2 ->
                throw rejected("the server's Kerberos service name is not \"" + appVersion
                        + "\"; see its krb_srvname, and krb5.serviceName here");
            default -> throw new AuthenticationException(Kind.PROTOCOL, "the server's first answer is " + reply);
        }
    }

    private static AuthenticationException rejected(String reason) {
        return new AuthenticationException(Kind.REJECTED_BY_SERVER, reason);
    }

    private byte[] receive(boolean mutual) throws IOException {
        int length = ByteBuffer.wrap(dialog.read(Integer.BYTES)).getInt();
        if (length < 0 || length > LONGEST) {
            // AuthenticationOk in its place looks like a long message
            throw mutual
                    ? new AuthenticationException(
                            Kind.SERVER_NOT_PROVEN, "the server could not prove its identity: it sends none")
                    : new AuthenticationException(Kind.PROTOCOL, "the server announces " + length + " bytes");
        }
        return dialog.read(length);
    }
}
