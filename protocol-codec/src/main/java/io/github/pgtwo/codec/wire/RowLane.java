package io.github.pgtwo.codec.wire;

/** Takes rows off the stream; apart from {@link FrameDecoder} because this is where most of the time goes. */
final class RowLane<M> {
    private final Inbound inbound;
    private final RowScanner scanner;

    @SuppressWarnings("NullAway.Init")
    private RowFormat<? extends M> format;

    RowLane(Inbound inbound, RowScanner scanner) {
        this.inbound = inbound;
        this.scanner = scanner;
    }

    /** The format of the rows that come. */
    RowFormat<? extends M> format() {
        return format;
    }

    /** Sets the format of the rows that come. */
    void format(RowFormat<? extends M> next) {
        format = next;
    }

    /**
     * Walks on to the end of the row that has begun.
     *
     * @return its length, or {@link RowScanner#NOT_YET} if not all of it has arrived
     */
    int walk() {
        int length;
        do {
            length = scanner.walk(inbound.array(), inbound.start(), inbound.length(), format.lengthBias());
        } while (length == RowScanner.NOT_YET && inbound.pull());
        if (length == RowScanner.NOT_YET) {
            inbound.announce(scanner.position());
        }
        return length;
    }

    /** Makes the row that was walked; it is to be consumed before anything else is done. */
    M read(int length) {
        return format.reader().read(inbound.detach(length), scanner.copyEnds());
    }

    /**
     * Shows the row that was walked, and those behind it in the same array that have its tag. The place is kept in
     * a local, which saves a third of the time.
     *
     * @return whether it ended inside of a row
     */
    boolean visitAlike(RowPlace visitor, int firstLength) {
        byte[] array = inbound.array();
        int lengthBias = format.lengthBias();
        int at = inbound.start();
        int end = at + inbound.length();
        int length = firstLength;
        do {
            visitor.at(array, at);
            at += length;
            inbound.consume(length);
            if (at >= end || array[at] != format.tag() || array != inbound.array()) {
                return false;
            }
            scanner.begin();
            length = scanner.walk(array, at, end - at, lengthBias);
        } while (length != RowScanner.NOT_YET);
        return true;
    }
}
