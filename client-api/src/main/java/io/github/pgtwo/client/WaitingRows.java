package io.github.pgtwo.client;

import io.github.pgtwo.client.copy.CopyDataException;
import io.github.pgtwo.client.copy.CopyFormat;
import io.github.pgtwo.client.copy.CopyText;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.codec.Bytes;
import org.jspecify.annotations.Nullable;

/** Rows of one COPY FROM STDIN as lines in the session's charset, until they are sent. */
final class WaitingRows {
    private final Session session;
    private CopyText text;

    WaitingRows(Session session) {
        this.session = session;
        text = written(CopyFormat.DEFAULT);
    }

    private CopyText written(CopyFormat format) {
        return new CopyText(format, session.profile(), session.encoding());
    }

    /** How values are written from now on; nothing may be waiting. */
    void format(CopyFormat asked) {
        try {
            text = written(asked);
        } catch (CopyDataException e) {
            throw new PgUsageException(e.getMessage(), e);
        }
    }

    /** Adds a row, or nothing if it is refused. */
    void add(@Nullable String... values) {
        try {
            text.row(values);
        } catch (CopyDataException e) {
            throw new PgUsageException(e.getMessage(), e);
        }
    }

    /** How many bytes are waiting. */
    int length() {
        return text.length();
    }

    /** The lines; valid until the next row. */
    Bytes lines() {
        return text.bytes();
    }

    /** What was waiting has been sent. */
    void clear() {
        text.clear();
    }
}
