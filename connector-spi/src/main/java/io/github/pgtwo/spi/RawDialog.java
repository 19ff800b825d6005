package io.github.pgtwo.spi;

import java.io.IOException;

/**
 * The bare connection, for a login that talks outside of messages (sections 4.4 to 4.6). Where the stream is
 * encrypted it goes beneath the encryption, as servers hand their socket to the Kerberos library. All waiting
 * ends with the time for the login; what is not read is left to the client, which takes it for messages. Not
 * thread-safe; unusable once the provider has returned.
 */
public interface RawDialog {

    /**
     * Waits for exactly so many bytes and takes them.
     *
     * @param count 0 to 65536, so that no peer decides how much memory is taken
     * @throws IllegalArgumentException if the count is beyond
     * @throws IOException if the server closed, the time is over, or the connection broke
     */
    byte[] read(int count) throws IOException;

    /**
     * Waits for a byte, leaves it where it is, and tells whether it begins an error of the server's, which comes in
     * the place of an answer (section 4.5); the provider then returns, and the client reads it. Call it only where an
     * answer begins. Beneath an encryption such an error is encrypted: if an encrypted record begins there, it goes
     * back to the encryption, which has to find an error in it.
     *
     * @throws AuthenticationException if the record holds anything else, such as a login that skips the answer
     * @throws IOException as {@link #read}
     */
    boolean errorFollows() throws IOException;

    /**
     * Sends the bytes at once; leaves the array alone.
     *
     * @throws IOException if the connection broke
     */
    void write(byte[] bytes) throws IOException;
}
