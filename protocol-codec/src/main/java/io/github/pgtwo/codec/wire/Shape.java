package io.github.pgtwo.codec.wire;

/** The layout of one message, as far as its end must be found. */
@FunctionalInterface
public interface Shape {

    /**
     * Walks on from where the scanner stands.
     *
     * @return whether the end of the message has been reached; if not, the scanner has kept its place
     */
    boolean scan(FrameScanner in);
}
