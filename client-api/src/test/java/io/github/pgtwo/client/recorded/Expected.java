package io.github.pgtwo.client.recorded;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.FunctionResultResponse;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.RowData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a user should see of an answer, read off the messages without any of the client's code.
 *
 * @param tags of all statements, in order
 * @param rows of all statements, one behind the other; an empty value is NULL
 * @param value what a function returned; empty for NULL and void
 * @param error the text of the first error
 * @param ready whether ReadyForQuery came
 */
record Expected(
        List<String> tags,
        List<List<Optional<Bytes>>> rows,
        List<String> notices,
        Optional<Bytes> value,
        Optional<String> error,
        boolean ready) {

    static Expected of(List<BackendMessage> answer) {
        List<String> tags = new ArrayList<>();
        List<List<Optional<Bytes>>> rows = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        Optional<Bytes> value = Optional.empty();
        Optional<String> error = Optional.empty();
        boolean ready = false;
        for (BackendMessage message : answer) {
            if (ready) {
                break; // what comes later is no part of the answer
            }
            switch (message.kind()) {
                case COMPLETED_RESPONSE ->
                    tags.add(((CompletedResponse) message).tag().utf8());
                case ASCII_ROW -> rows.add(values(((AsciiRow) message).data()));
                case BINARY_ROW -> rows.add(values(((BinaryRow) message).data()));
                case NOTICE_RESPONSE -> notices.add(stripped(((NoticeResponse) message).text()));
                case FUNCTION_RESULT_RESPONSE -> value = Optional.of(((FunctionResultResponse) message).value());
                case ERROR_RESPONSE -> error = error.or(() -> Optional.of(stripped(((ErrorResponse) message).text())));
                default -> ready = message.kind() == BackendKind.READY_FOR_QUERY;
            }
        }
        return new Expected(tags, rows, notices, value, error, ready);
    }

    static List<Optional<Bytes>> values(RowData row) {
        return IntStream.range(0, row.columns())
                .mapToObj(column -> row.isNull(column) ? Optional.<Bytes>empty() : Optional.of(row.value(column)))
                .toList();
    }

    private static String stripped(Bytes text) {
        return text.utf8().replaceAll("\n+$", "");
    }
}
