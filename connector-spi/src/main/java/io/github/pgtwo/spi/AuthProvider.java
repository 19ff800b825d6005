package io.github.pgtwo.spi;

import java.io.IOException;

/**
 * Answers one kind of authentication request (section 4 of the protocol). Implementations are thread-safe
 * and keep nothing of a connection.
 */
public interface AuthProvider {

    /**
     * The method's name in policies, options and messages: {@code password}, {@code md5}, or a plug-in's own. Constant,
     * unique among the methods of one client, and not {@code none}.
     */
    String method();

    /**
     * The Int32 of the authentication request that this provider answers: 1 to 6 for those of protocol 2.0, or a code of
     * its own, which is neither 0 nor 7 to 12.
     */
    int requestCode();

    /**
     * How many bytes of challenge follow a code of the provider's own, 0 to 1024; the message has no length (protocol
     * 2.0, section 3.3). Constant, and not asked for of codes 1 to 6, whose challenges are known.
     */
    default int challengeLength() {
        return 0;
    }

    /** What the answer gives away. */
    Exposure exposure();

    /** Whether the login fails unless the server has proven who it is. */
    default boolean provesServer() {
        return false;
    }

    /**
     * Answers the request and returns; the client then waits for the server's word. Called only after the
     * policy allowed the method. May block.
     *
     * @throws AuthenticationException if no answer can be given, or the server has not taken it; the client
     *     closes, and with {@code REJECTED_BY_SERVER} first reads what the server has to say about it
     * @throws IOException if the connection broke
     */
    void authenticate(AuthExchange exchange) throws IOException;
}
