package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.frontend.FrontendDecoder;

/** How far a session has come (section 1.3), and with that what the bytes of either side may be. */
public enum Phase {
    /** Connected; nothing has been said. */
    CONNECTED(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.FIRST_PACKET),
    /** The server is to answer the SSLRequest. */
    SSL_ANSWER(BackendDecoder.Expected.SSL_RESPONSE, FrontendDecoder.Expected.NOTHING),
    /** The SSLRequest has been answered, and if accepted, the handshake is over. */
    SSL_SETTLED(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.FIRST_PACKET),
    /** The server is to refuse encryption through GSSAPI, of which this protocol version knows nothing. */
    GSS_ANSWER(BackendDecoder.Expected.SSL_RESPONSE, FrontendDecoder.Expected.NOTHING),
    /** The client has begun with what this protocol version does not know; the server may say so, and closes. */
    UNSUPPORTED(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.NOTHING_MORE),
    /** A CancelRequest was sent; the server will close. */
    CANCELLING(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.NOTHING_MORE),
    /** The server is to answer the StartupPacket or what it has asked for. */
    STARTUP(BackendDecoder.Expected.LOGIN, FrontendDecoder.Expected.NOTHING),
    /** The server has asked for a password; it is the client's turn. */
    AUTHENTICATING(BackendDecoder.Expected.LOGIN, FrontendDecoder.Expected.PASSWORD_PACKET),
    /** A login dialogue outside of messages. */
    RAW_AUTHENTICATION(BackendDecoder.Expected.RAW, FrontendDecoder.Expected.RAW),
    /** Authentication is over; the backend starts, and may still refuse the session. */
    BACKEND_START(BackendDecoder.Expected.LOGIN, FrontendDecoder.Expected.NOTHING),
    /** The server waits for a command. */
    IDLE(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.COMMAND),
    /** A Query runs. */
    QUERY(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.COMMAND),
    /** A Query or FunctionCall has failed; what is left of the answer is on its way. */
    QUERY_FAILED(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.COMMAND),
    /** A FunctionCall runs. */
    FUNCTION(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.COMMAND),
    /** The server waits for copy data. */
    COPY_IN(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.COPY_DATA),
    /** All copy data has been sent; the server may still refuse it. */
    COPY_IN_ENDED(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.NOTHING),
    /**
     * The server has refused copy data and takes what is left of it for messages, or takes a pipelined Query for
     * copy data (section 7.5): nothing may be sent any more, the connection can only be closed.
     */
    COPY_FAILED(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.NOTHING_MORE),
    /** The server sends copy data. */
    COPY_OUT(BackendDecoder.Expected.COPY_DATA, FrontendDecoder.Expected.NOTHING),
    /** The server has said why it is about to close, or has asked for what no client can answer. */
    CLOSING(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.NOTHING_MORE),
    /** Over, in good order. */
    CLOSED(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.NOTHING_MORE),
    /** Over, because somebody broke the rules or the stream broke off. */
    FAILED(BackendDecoder.Expected.MESSAGE, FrontendDecoder.Expected.NOTHING_MORE);

    private final BackendDecoder.Expected fromServer;
    private final FrontendDecoder.Expected fromClient;

    Phase(BackendDecoder.Expected fromServer, FrontendDecoder.Expected fromClient) {
        this.fromServer = fromServer;
        this.fromClient = fromClient;
    }

    /** What the server's bytes are. */
    public BackendDecoder.Expected fromServer() {
        return fromServer;
    }

    /** What the client's bytes are. */
    public FrontendDecoder.Expected fromClient() {
        return fromClient;
    }
}
