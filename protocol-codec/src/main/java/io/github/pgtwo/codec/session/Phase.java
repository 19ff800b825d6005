package io.github.pgtwo.codec.session;

/** How far a session has come (section 1.3). */
public enum Phase {
    /** Connected; nothing has been said. */
    CONNECTED,
    /** The server is to answer the StartupPacket or the password packet. */
    STARTUP,
    /** The server has asked for something; it is the client's turn. */
    AUTHENTICATING,
    /** Authentication is over; the backend starts, and may still refuse the session. */
    BACKEND_START,
    /** The server waits for a command. */
    IDLE,
    /** A Query runs. */
    QUERY,
    /** A Query has failed; what is left of the answer is on its way. */
    QUERY_FAILED,
    /** The server waits for copy data. */
    COPY_IN,
    /** The server sends copy data. */
    COPY_OUT,
    /** The server has said why it is about to close. */
    CLOSING,
    /** Over, in good order. */
    CLOSED,
    /** Over, because somebody broke the rules or the stream broke off. */
    FAILED
}
