package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.RowDescription;
import io.github.pgtwo.codec.wire.CopyScanner;

/**
 * Keeps a server from saying what is legal but would not be understood: rows are read by the RowDescription in
 * force (section 3.1), copy data by its lines.
 */
final class AnswerGuard {
    private static final int NONE = -1;

    private final CopyOutGuard copy = new CopyOutGuard();
    private final boolean messagesInCopyOut;
    private int columns = NONE;

    AnswerGuard(boolean messagesInCopyOut) {
        this.messagesInCopyOut = messagesInCopyOut;
    }

    /** Takes the next message that is to be sent in a phase; refuses it, and changes nothing, if it would mislead. */
    void take(BackendMessage message, Phase phase) {
        switch (message.kind()) {
            case ASCII_ROW -> checkRow("AsciiRow", ((AsciiRow) message).data().columns());
            case BINARY_ROW ->
                checkRow("BinaryRow", ((BinaryRow) message).data().columns());
            case COPY_OUT_DATA -> copy.take(((CopyOutData) message).data());
            case COPY_OUT_DONE -> copy.checkLineStart("CopyOutDone");
            case COPY_OUT_RESPONSE -> copy.begin();
            case ERROR_RESPONSE, NOTICE_RESPONSE -> {
                if (phase == Phase.COPY_OUT) {
                    checkWithinCopy(message);
                }
            }
            default -> {} // cannot mislead
        }
        follow(message);
    }

    private void checkRow(String what, int found) {
        if (columns == NONE) {
            throw new LocalProtocolException(what, "is illegal without a RowDescription in force");
        }
        if (found != columns) {
            throw new LocalProtocolException(what, "has " + found + " columns, its RowDescription " + columns);
        }
    }

    /** Among copy data, a client looks for messages only where it knows that servers put some, and by how they begin. */
    private void checkWithinCopy(BackendMessage message) {
        String name = message.kind().messageName();
        if (!messagesInCopyOut) {
            throw new LocalProtocolException(
                    name, "is illegal in copy data without MESSAGES_INSIDE_COPY_OUT: end the data first");
        }
        if (CopyScanner.MESSAGES.stream().noneMatch(message.encode().utf8()::startsWith)) {
            throw new LocalProtocolException(name, "would pass for copy data, as no severity of 6.4 begins it");
        }
        copy.checkLineStart(name);
    }

    private void follow(BackendMessage message) {
        switch (message.kind()) {
            case ROW_DESCRIPTION ->
                columns = ((RowDescription) message).columns().size();
            case COMPLETED_RESPONSE, ERROR_RESPONSE, EMPTY_QUERY_RESPONSE, READY_FOR_QUERY -> columns = NONE;
            case COPY_IN_RESPONSE, COPY_OUT_RESPONSE -> columns = NONE;
            default -> {} // leaves it in force
        }
    }
}
