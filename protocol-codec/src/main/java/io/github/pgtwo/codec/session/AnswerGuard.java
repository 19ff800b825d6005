package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.RowDescription;

/**
 * Keeps a server from saying what is legal but would not be understood: rows are read by the RowDescription in
 * force (section 3.1), copy data by its lines.
 */
final class AnswerGuard {
    private static final int NONE = -1;

    private final CopyOutGuard copy = new CopyOutGuard();
    private final boolean errorsInCopyOut;
    private int columns = NONE;

    AnswerGuard(boolean errorsInCopyOut) {
        this.errorsInCopyOut = errorsInCopyOut;
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
            case ERROR_RESPONSE -> checkError(phase);
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

    /** Among copy data, a client looks for an error only where it knows that servers put one. */
    private void checkError(Phase phase) {
        if (phase != Phase.COPY_OUT) {
            return;
        }
        if (!errorsInCopyOut) {
            throw new LocalProtocolException(
                    "ErrorResponse", "is illegal in copy data without ERROR_INSIDE_COPY_OUT: end the data first");
        }
        copy.checkLineStart("ErrorResponse");
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
