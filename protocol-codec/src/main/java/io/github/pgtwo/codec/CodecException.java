package io.github.pgtwo.codec;

/**
 * The only kind of exception that leaves the codec on purpose: either the caller asked for something
 * illegal, or the peer sent it. Anything else thrown is a defect of the codec.
 */
public abstract sealed class CodecException extends RuntimeException
        permits LocalProtocolException, RemoteProtocolException {
    private static final long serialVersionUID = 1L;

    CodecException(String text, Throwable cause) {
        super(text, cause);
    }

    CodecException(String text) {
        super(text);
    }
}
