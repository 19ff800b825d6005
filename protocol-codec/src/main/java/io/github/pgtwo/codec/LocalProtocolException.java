package io.github.pgtwo.codec;

/**
 * The caller asked for something that the protocol forbids now or altogether: a NUL inside a String, a
 * Query while another is running. Nothing was sent and no state changed.
 */
public final class LocalProtocolException extends CodecException {
    private static final long serialVersionUID = 1L;

    /** Names what was wrong and why: {@code Query.text holds a NUL at byte 7}. */
    public LocalProtocolException(String what, String problem) {
        super(what + " " + problem);
    }

    /** As above, with a cause. */
    public LocalProtocolException(String what, String problem, Throwable cause) {
        super(what + " " + problem, cause);
    }
}
