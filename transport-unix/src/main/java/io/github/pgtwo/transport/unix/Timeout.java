package io.github.pgtwo.transport.unix;

import java.net.SocketTimeoutException;

/** The words for waits that were too long, the same for both engines. */
final class Timeout {
    private Timeout() {}

    static SocketTimeoutException connecting(String path, int millis) {
        return new SocketTimeoutException(
                "cannot connect to " + path + " within " + millis + " ms: the listener lets connections wait");
    }

    static SocketTimeoutException reading(String path) {
        return new SocketTimeoutException("nothing came from " + path + " within the read timeout");
    }
}
