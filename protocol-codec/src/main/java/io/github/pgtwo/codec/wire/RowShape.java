package io.github.pgtwo.codec.wire;

/**
 * The shape of rows, which has a class of its own because this is where most of the time goes.
 *
 * @param lengthBias what the lengths count beside the value's own bytes
 */
public record RowShape(int lengthBias) implements Shape {

    @Override
    public boolean scan(FrameScanner in) {
        return in.row(lengthBias);
    }
}
