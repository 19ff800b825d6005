package io.github.pgtwo.client.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pgtwo.client.CopyIn;
import io.github.pgtwo.client.CopyOut;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Result;
import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTransportException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FunctionCall;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The user of one connection: compares what is seen through the client with what the server said. */
final class User {
    private static final Pattern COMMIT = Pattern.compile("(?is)\\s*(commit|end)\\b.*");

    private final PlayedConnection played;
    private final PgClientBuilder builder;
    private @Nullable PgConnection connection;
    private @Nullable CopyIn copy;
    private boolean inBlock;
    private boolean failed;

    User(PlayedConnection played, PgClientBuilder builder) {
        this.played = played;
        this.builder = builder;
    }

    void close() {
        if (connection != null) {
            connection.close();
        }
    }

    boolean cancel() {
        PgConnection running = open();
        while (!running.cancel()) {
            Thread.onSpinWait(); // the query is about to begin
        }
        return true;
    }

    /** The server has said something by itself: a notification, or its end. */
    void listen() {
        if (connection == null) {
            return;
        }
        try {
            assertThat(connection.awaitNotification(Duration.ofSeconds(5))).isPresent();
        } catch (PgException e) {
            assertThat(connection.isOpen()).isFalse();
        }
    }

    void take(PlayedConnection.Step step) {
        Expected expected = Expected.of(step.answer());
        switch (step.said().kind()) {
            case STARTUP_PACKET -> logIn((StartupPacket) step.said(), expected);
            case QUERY -> text(sql(step), step.answer(), expected);
            case COPY_IN_DATA -> copyIn().write(((CopyInData) step.said()).data());
            case COPY_IN_DONE -> endCopy(expected);
            case FUNCTION_CALL -> call((FunctionCall) step.said(), expected);
            case TERMINATE -> open().close();
            default -> throw new AssertionError("cannot do " + step.said().kind());
        }
    }

    private static String sql(PlayedConnection.Step step) {
        return ((Query) step.said()).text().utf8();
    }

    private PgConnection open() {
        assertThat(connection).isNotNull();
        return connection;
    }

    private void logIn(StartupPacket packet, Expected expected) {
        builder.user(packet.user().utf8())
                .database(packet.database().utf8())
                .options(packet.options().utf8());
        if (expected.ready()) {
            connection = builder.build().connect();
            return;
        }
        PgException thrown =
                catchThrowableOfType(PgException.class, () -> builder.build().connect());
        assertThat(thrown).isNotNull();
        expected.error()
                .ifPresent(text -> assertThat(thrown)
                        .hasMessageContaining(text.lines().findFirst().orElse("")));
    }

    private void text(String sql, List<BackendMessage> answer, Expected expected) {
        List<BackendKind> kinds = answer.stream().map(BackendMessage::kind).toList();
        if (kinds.contains(BackendKind.COPY_IN_RESPONSE)) {
            copy = open().copyInTransaction(sql);
        } else if (kinds.contains(BackendKind.COPY_OUT_RESPONSE)) {
            copyOut(sql, answer, expected);
        } else {
            query(sql, expected);
        }
    }

    private CopyIn copyIn() {
        assertThat(copy).isNotNull();
        return copy;
    }

    private void endCopy(Expected expected) {
        if (expected.error().isEmpty() && !expected.ready()) {
            assertThat(catchThrowableOfType(PgTransportException.class, () -> copyIn().complete()))
                    .isNotNull();
            assertThat(copyIn().outcome()).hasValue(inBlock ? CopyOutcome.ROLLED_BACK : CopyOutcome.CONNECTION_BROKEN);
            return;
        }
        if (expected.error().isEmpty()) {
            copyIn().complete();
            assertThat(copyIn().outcome()).hasValue(CopyOutcome.COMMITTED);
            return;
        }
        PgServerException thrown = catchThrowableOfType(PgServerException.class, () -> copyIn().complete());
        assertThat(thrown.serverMessage().raw()).isEqualTo(expected.error().get());
        assertThat(copyIn().outcome()).hasValue(CopyOutcome.ROLLED_BACK);
        assertThat(open().isOpen()).isFalse();
    }

    private void copyOut(String sql, List<BackendMessage> answer, Expected expected) {
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        for (BackendMessage message : answer) {
            if (message instanceof CopyOutData data) {
                said.writeBytes(data.data().toByteArray());
            }
        }
        try (CopyOut copyOut = open().copyOut(sql)) {
            copyOut.writeTo(came);
            assertThat(expected.error()).isEmpty();
        } catch (PgServerException e) {
            assertThat(e.serverMessage().raw()).isEqualTo(expected.error().orElse("none"));
        } catch (PgTransportException e) {
            assertThat(expected.ready()).as(e.getMessage()).isFalse();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(came.toByteArray()).isEqualTo(said.toByteArray());
    }

    private void call(FunctionCall call, Expected expected) {
        long oid = Integer.toUnsignedLong(call.functionOid());
        Bytes[] arguments =
                call.arguments().stream().map(argument -> argument.orElse(null)).toArray(Bytes[]::new);
        if (expected.error().isEmpty() && expected.ready()) {
            assertThat(open().call(oid, arguments)).isEqualTo(expected.value());
            return;
        }
        failed |= inBlock;
        PgException thrown = catchThrowableOfType(PgException.class, () -> open().call(oid, arguments));
        expected.error()
                .ifPresent(text -> assertThat(
                                ((PgServerException) thrown).serverMessage().raw())
                        .isEqualTo(text));
        assertThat(open().isOpen()).isEqualTo(expected.ready() && !played.endsAtFailedCall());
    }

    private void query(String sql, Expected expected) {
        Optional<String> refusal = refusal(sql, expected);
        if (expected.error().isPresent()) {
            assertFails(sql, expected.error().get(), expected);
        } else if (refusal.isPresent()) {
            assertThat(catchThrowableOfType(PgException.class, () -> open().script(sql))
                            .getMessage())
                    .contains(refusal.get());
        } else if (expected.ready()) {
            assertSucceeds(sql, expected);
        } else {
            assertThat(catchThrowableOfType(PgTransportException.class, () -> open().script(sql)))
                    .isNotNull();
            assertThat(open().isOpen()).isFalse();
        }
    }

    /** What completes, and yet has not been done. */
    private Optional<String> refusal(String sql, Expected expected) {
        Optional<String> refusal = Optional.empty();
        for (String tag : expected.tags()) {
            if (tag.equals("*ABORT STATE*")) {
                failed = true;
                refusal = Optional.of("the transaction has failed");
            } else if (tag.equals("BEGIN")) {
                inBlock = true;
            } else if (List.of("COMMIT", "END", "ROLLBACK", "ABORT").contains(tag)) {
                if (failed && COMMIT.matcher(sql).matches()) {
                    refusal = Optional.of("rolled back instead of committed");
                }
                inBlock = false;
                failed = false;
            }
        }
        failed |= inBlock && expected.error().isPresent();
        return refusal;
    }

    private void assertFails(String sql, String error, Expected expected) {
        PgServerException thrown = catchThrowableOfType(PgServerException.class, () -> open().script(sql));
        assertThat(thrown).as(sql).isNotNull();
        assertThat(thrown.serverMessage().raw()).isEqualTo(error);
        assertThat(thrown.fatal()).isEqualTo(!expected.ready());
        assertThat(open().isOpen()).isEqualTo(expected.ready());
    }

    private void assertSucceeds(String sql, Expected expected) {
        List<Result> results = open().script(sql);
        assertThat(results.stream().map(Result::tag).filter(tag -> !tag.isEmpty()))
                .isEqualTo(expected.tags());
        assertThat(results.stream()
                        .flatMap(result -> result.rows().stream())
                        .map(row -> IntStream.range(0, row.columns())
                                .mapToObj(column -> Optional.<Bytes>ofNullable(row.value(column)))
                                .toList()))
                .isEqualTo(expected.rows());
        assertThat(results.stream().flatMap(result -> result.notices().stream()).map(ServerMessage::raw))
                .isEqualTo(expected.notices());
    }
}
