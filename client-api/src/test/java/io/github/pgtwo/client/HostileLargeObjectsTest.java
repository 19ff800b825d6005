package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.columns;
import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.cursor;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static io.github.pgtwo.testkit.backend.Answers.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.FunctionResultResponse;
import io.github.pgtwo.codec.backend.FunctionVoidResponse;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.testkit.backend.Script;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers whose large objects are not what they say. */
@Timeout(30)
class HostileLargeObjectsTest {
    private static Script lookup(BackendMessage... functions) {
        return Play.login()
                .expect(FrontendKind.QUERY)
                .answer(cursor(), columns("proname", "oid"))
                .answer(functions)
                .answer(completed("SELECT"), ready());
    }

    static Stream<BackendMessage> noFunctions() {
        return Stream.of(
                row("lo_unlink", "x"),
                row("lo_unlink", null),
                row("lo_unlink", "99999999999999999999"),
                row("lo_unlink", "-1"),
                row("lo_unlink", "4294967296"),
                row("lo_planted", "1"),
                row(null, "1"));
    }

    @ParameterizedTest
    @MethodSource("noFunctions")
    void aFunctionThatThereCannotBe(BackendMessage function) throws IOException {
        try (Play play = Play.on(1300, lookup(function))) {
            assertThatThrownBy(() -> play.connection().largeObjects().unlink(1))
                    .isInstanceOfAny(PgProtocolException.class, PgUsageException.class);
        }
    }

    /** Up to 7.2 anybody may have planted one of them. */
    @Test
    void oneNameForTwoFunctions() throws IOException {
        try (Play play = Play.on(702, lookup(row("lo_unlink", "964"), row("lo_unlink", "20000")))) {
            assertThatThrownBy(() -> play.connection().largeObjects().unlink(1))
                    .isInstanceOf(PgUsageException.class)
                    .hasMessageContaining("not exactly one");
        }
    }

    /** 6.4 needs no transaction, and is asked to go to the beginning. */
    private static Script open() {
        return lookup(row("lo_open", "952"), row("lowrite", "955"), row("loread", "954"), row("lo_lseek", "956"))
                .expect(FrontendKind.FUNCTION_CALL)
                .answer(result(0), ready())
                .expect(FrontendKind.FUNCTION_CALL)
                .answer(result(0), ready())
                .expect(FrontendKind.FUNCTION_CALL);
    }

    private static BackendMessage result(int... values) {
        byte[] bytes = new byte[4 * values.length];
        for (int i = 0; i < values.length; i++) {
            LargeObjectCalls.int4(values[i]).copyTo(bytes, 4 * i);
        }
        return new FunctionResultResponse(Bytes.wrap(bytes));
    }

    static Stream<BackendMessage> notWritten() {
        return Stream.of(result(0), result(-1), result(2), result(0, 1), result(), new FunctionVoidResponse());
    }

    @ParameterizedTest
    @MethodSource("notWritten")
    void aWriteThatTakesWhatItWasNotGiven(BackendMessage answer) throws IOException {
        try (Play play = Play.on(604, open().answer(answer, ready()).expectEnd())) {
            LargeObject object = play.connection().largeObjects().open(1);
            assertThatThrownBy(() -> object.write(new byte[1], 0, 1)).isInstanceOf(PgProtocolException.class);
            assertThat(play.connection().isOpen()).isFalse();
        }
    }

    static Stream<BackendMessage> notRead() {
        return Stream.of(result(0, 1), new FunctionVoidResponse());
    }

    @ParameterizedTest
    @MethodSource("notRead")
    void aReadOfMoreThanWasAskedFor(BackendMessage answer) throws IOException {
        try (Play play = Play.on(604, open().answer(answer, ready()).expectEnd())) {
            LargeObject object = play.connection().largeObjects().open(1);
            assertThatThrownBy(() -> object.read(1)).isInstanceOf(PgProtocolException.class);
            assertThat(play.connection().isOpen()).isFalse();
        }
    }
}
