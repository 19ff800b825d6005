package io.github.pgtwo.client.wire;

import io.github.pgtwo.codec.session.ClientSession;

/**
 * How the next message is taken off a session, and what becomes of the rows or the copy data before it.
 *
 * @param <X> what it throws and nobody on the way sees to: the answer goes on behind it
 */
@FunctionalInterface
public interface Take<X extends Exception> {
    /** Rows and data are messages like others. */
    Take<RuntimeException> EACH = ClientSession::next;

    /** Takes the next message, if all of it has arrived. */
    boolean from(ClientSession session) throws X;

    /** Passes over rows, however long they are, even one that has been taken in part. */
    static boolean withoutRows(ClientSession session) {
        return session.next((column, array, offset, length) -> {});
    }
}
