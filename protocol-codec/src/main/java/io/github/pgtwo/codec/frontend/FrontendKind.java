package io.github.pgtwo.codec.frontend;

/** The kinds of message that a client sends; made for exhaustive switches. */
public enum FrontendKind {
    /** {@link PasswordPacket}. */
    PASSWORD_PACKET,
    /** {@link Query}. */
    QUERY,
    /** {@link StartupPacket}. */
    STARTUP_PACKET,
    /** {@link Terminate}. */
    TERMINATE
}
