package io.github.pgtwo.codec.wire;

/**
 * The layout of a row, apart from the others because this is where most of the time goes.
 *
 * @param lengthBias what the lengths count beside the value's own bytes
 * @param reader makes the row
 */
public record RowFormat<M>(String name, char tag, int lengthBias, Reader<M> reader) implements Layout<M> {
    /** Makes a row from an array that begins with it, tag included, and its {@link RowScanner#ends}. */
    @FunctionalInterface
    public interface Reader<M> {
        /** Makes it; both arrays may be kept. */
        M read(byte[] image, int[] ends);
    }

    /** Where the bitmap of a row with so many columns ends, counted from the row's tag. */
    public static int bitmapEnd(int columns) {
        return 1 + (columns + Byte.SIZE - 1) / Byte.SIZE;
    }
}
