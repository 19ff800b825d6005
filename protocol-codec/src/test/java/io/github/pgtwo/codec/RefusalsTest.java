package io.github.pgtwo.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.CursorResponse;
import io.github.pgtwo.codec.backend.EmptyQueryResponse;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.NotificationResponse;
import io.github.pgtwo.codec.backend.RowDescription;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FunctionCall;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would corrupt the stream is refused before a byte of it exists. */
class RefusalsTest {
    private static final Bytes NONE = Bytes.EMPTY;

    static Stream<Arguments> texts() {
        return Stream.of(
                text("RowDescription.name", t -> new Column(t, 23, (short) 4, -1)),
                text("CompletedResponse.tag", CompletedResponse::new),
                text("CopyInData.data", CopyInData::new),
                text("CopyOutData.data", CopyOutData::new),
                text("CursorResponse.cursor", CursorResponse::new),
                text("EmptyQueryResponse.unused", EmptyQueryResponse::new),
                text("ErrorResponse.text", ErrorResponse::new),
                text("FunctionCall.unused", t -> new FunctionCall(t, 1, List.of())),
                text("NoticeResponse.text", NoticeResponse::new),
                text("NotificationResponse.condition", t -> new NotificationResponse(1, t)),
                text("PasswordPacket.answer", PasswordPacket::new),
                text("Query.text", Query::new));
    }

    static Stream<Arguments> startupFields() {
        return Stream.of(
                text("StartupPacket.database", 64, t -> new StartupPacket(0, t, NONE, NONE, NONE, NONE)),
                text("StartupPacket.user", 32, t -> new StartupPacket(0, NONE, t, NONE, NONE, NONE)),
                text("StartupPacket.options", 64, t -> new StartupPacket(0, NONE, NONE, t, NONE, NONE)),
                text("StartupPacket.unused", 64, t -> new StartupPacket(0, NONE, NONE, NONE, t, NONE)),
                text("StartupPacket.tty", 64, t -> new StartupPacket(0, NONE, NONE, NONE, NONE, t)));
    }

    private static Arguments text(String name, Function<Bytes, Object> message) {
        return text(name, 64, message);
    }

    private static Arguments text(String name, int size, Function<Bytes, Object> message) {
        return arguments(name, size, message);
    }

    @ParameterizedTest
    @MethodSource({"texts", "startupFields"})
    void aNulInAText(String name, int size, Function<Bytes, Object> message) {
        assertThat(message.apply(Bytes.utf8("a"))).isNotNull();
        assertRefused(() -> message.apply(Bytes.utf8("a\0b")), name + " holds a NUL at byte 1");
        assertRefused(() -> message.apply(Bytes.utf8("\0")), name + " holds a NUL at byte 0");
    }

    @ParameterizedTest
    @MethodSource("startupFields")
    void aTextLongerThanItsFieldInBytes(String name, int size, Function<Bytes, Object> message) {
        assertThat(message.apply(Bytes.utf8("ü".repeat(size / 2)))).isNotNull();
        assertRefused(
                () -> message.apply(Bytes.utf8("ü".repeat(size / 2) + "x")),
                name + " has " + (size + 1) + " bytes where the packet has room for " + size);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(LocalProtocolException.class).hasMessage(message);
    }

    @Test
    void saltsOfAnotherSize() {
        for (int size : new int[] {0, 1, 3, 4}) {
            assertRefused(
                    () -> new Authentication.CryptPassword(Bytes.wrap(new byte[size])),
                    "Authentication.CryptPassword has a salt of " + size + " bytes instead of 2");
        }
        for (int size : new int[] {0, 2, 3, 5}) {
            assertRefused(
                    () -> new Authentication.Md5Password(Bytes.wrap(new byte[size])),
                    "Authentication.Md5Password has a salt of " + size + " bytes instead of 4");
        }
    }

    @Test
    void knownRequestsUnderAnUnknownName() {
        for (int code = 0; code <= 6; code++) {
            int known = code;
            assertRefused(
                    () -> new Authentication.Unknown(known),
                    "Authentication.Unknown is not for the known code " + known);
        }
        assertThat(new Authentication.Unknown(-1).code()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0x10000})
    void minorVersionsBeyondTheirField(int version) {
        assertRefused(
                () -> new StartupPacket(version, NONE, NONE, NONE, NONE, NONE),
                "StartupPacket.minorVersion is " + version);
    }

    @Test
    void moreColumnsThanCanBeCounted() {
        Column column = new Column(NONE, 23, (short) 4, -1);
        assertThat(new RowDescription(Collections.nCopies(32767, column)).wireLength())
                .isEqualTo(3 + 32767 * 11);
        assertRefused(
                () -> new RowDescription(Collections.nCopies(32768, column)),
                "RowDescription.columns are 32768, over 32767");
    }
}
