package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was made of a stream, in a form that must not depend on the pieces in which it came. */
final class Heard {
    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final List<Object> messages = new ArrayList<>();
    private final Set<Object> reached = new HashSet<>();
    private final ByteArrayOutputStream copied = new ByteArrayOutputStream();
    private String error = "";
    private boolean endOfStream;

    /** These bytes have arrived. */
    void arrived(byte[] from, int offset, int length) {
        wire.write(from, offset, length);
    }

    int arrived() {
        return wire.size();
    }

    void add(Object message) {
        reach(message);
        if (message instanceof CopyOutData data) {
            addCopy(data.data());
        } else if (message instanceof CopyInData data) {
            addCopy(data.data());
        } else {
            joinCopied();
            messages.add(message);
        }
    }

    private void reach(Object message) {
        reached.add(message.getClass());
        if (message instanceof BackendMessage read) {
            reached.add(read.kind());
        } else if (message instanceof FrontendMessage read) {
            reached.add(read.kind());
        }
    }

    /** Copy data that was shown where it lies. */
    void addData(byte[] from, int offset, int length) {
        addCopy(Bytes.copyOf(from, offset, offset + length));
    }

    private void addCopy(Bytes data) {
        Check.that(!data.isEmpty(), "an empty piece of copy data");
        copied.writeBytes(data.toByteArray());
    }

    private void joinCopied() {
        messages.addAll(copied());
        copied.reset();
    }

    /** Copy data whose end has not been heard, as one piece. */
    private List<Bytes> copied() {
        return copied.size() == 0 ? List.of() : List.of(Bytes.wrap(copied.toByteArray()));
    }

    /** In front of a NUL in copy data, more or less of the data has been handed out. */
    void failed(RemoteProtocolException e) {
        Check.that(error.isEmpty(), "a second error");
        endOfStream = e.endOfStream();
        if (e.messageName().startsWith("Copy") && String.valueOf(e.getMessage()).contains("NUL")) {
            byte[] all = wire.toByteArray();
            int nul = (int) e.offset();
            while (all[nul] != 0) {
                nul++;
            }
            copied.write(all, (int) e.offset(), nul - (int) e.offset());
            error = "NUL in copy data at byte " + nul;
        } else {
            error = String.valueOf(e.getMessage());
        }
    }

    String error() {
        return error;
    }

    List<Object> messages() {
        List<Object> all = new ArrayList<>(messages);
        all.addAll(copied());
        return all;
    }

    /** The classes and kinds of what was heard, {@link Bytes} for raw ones. */
    Set<Object> reached() {
        return reached;
    }

    /** The same from a decoder whose rows were taken in pieces, where {@link Values} knows nothing of their kind. */
    static void assertSameValues(Heard expected, Heard found, String what) {
        Check.same(expected.messages().stream().map(Values::of).toList(), found.messages(), what);
        assertSameError(expected, found, what);
    }

    /** Whether a value was longer than the largest limit: in pieces, even that is read on. */
    boolean tooLong() {
        return error.contains("exceeds the limit of " + Script.LONGEST);
    }

    static void assertSame(Heard expected, Heard found, String what) {
        Check.same(expected.messages(), found.messages(), what);
        assertSameError(expected, found, what);
    }

    private static void assertSameError(Heard expected, Heard found, String what) {
        if (expected.outOfTurn() || found.outOfTurn()) {
            Check.same(expected.error.isEmpty(), found.error.isEmpty(), what);
        } else {
            Check.same(expected.error, found.error, what);
            Check.same(expected.endOfStream, found.endOfStream, what);
        }
    }

    /** A long message that is illegal is refused for its length if not all of it arrives at once. */
    private boolean outOfTurn() {
        return error.contains("bytes out of turn");
    }
}
