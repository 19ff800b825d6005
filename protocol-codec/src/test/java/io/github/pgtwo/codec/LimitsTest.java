package io.github.pgtwo.codec;

import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What reaches a limit passes; one more is refused when it is announced or arrives, before the rest does. */
class LimitsTest {
    /** In the place of a T: this description of one column. */
    private static final String DESCRIPTION = "54 0001 00 00000017 0004 ffffffff ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COLUMNS    |  1 | T                       | 54 0002              | RowDescription.columns at byte 1
            LOGIN_TEXT |  3 | 45 616161 00            | 45 61616161          | ErrorResponse.text at byte 1
            LOGIN_TEXT |  3 | 4e 616161 00            | 4e 61616161          | NoticeResponse.text at byte 1
            MESSAGE    |  5 | 43 616161 00            | 43 61616161          | CompletedResponse.tag at byte 1
            MESSAGE    |  5 | 43 616161 00            | 43 61616161 00       | CompletedResponse.tag at byte 1
            MESSAGE    | 14 | T 44 80 0000000c 6162636465666768 | T 44 80 0000000d | AsciiRow.value of column 0 at byte 16
            MESSAGE    |  9 | 56 47 00000002 6161 30  | 56 47 00000004       | FunctionResponse.value at byte 6
            NAME       |  3 | 43 616161 00            | 43 61616161          | CompletedResponse.tag at byte 1
            NAME       |  3 | 50 616161 00            | 50 61616161          | CursorResponse.cursor at byte 1
            NAME       |  3 | 49 616161 00            | 49 61616161          | EmptyQueryResponse.unused at byte 1
            NAME       |  3 | 41 00000007 616161 00   | 41 00000007 61616161 | NotificationResponse.condition at byte 5
            NAME       |  3 | 54 0001 616161 00 00000017 0004 ffffffff | 54 0001 61616161 | RowDescription.name at byte 3
            VALUE      |  2 | T 44 80 00000006 6161   | T 44 80 00000007     | AsciiRow.value of column 0 at byte 16
            VALUE      |  2 | T 42 80 00000002 6161   | T 42 80 00000003     | BinaryRow.value of column 0 at byte 16
            VALUE      |  2 | 56 47 00000002 6161 30  | 56 47 00000003       | FunctionResponse.value at byte 2
            """)
    void ofWhatAServerSays(Limit limit, int bound, String fits, String exceeds, String place) {
        ProtocolLimits limits = ProtocolLimits.DEFAULT.with(limit, bound);
        assertTaken(new BackendDecoder(limits), fits);
        assertRefused(() -> feed(new BackendDecoder(limits), exceeds, 1), place, bound);
        assertRefused(() -> feed(new BackendDecoder(limits), exceeds, 99), place, bound);
    }

    @ParameterizedTest
    @CsvSource({"5, 6, 5", "8, 3, 3", "5, 3, 3", "5, 4, 5"})
    void ofTwoTheOneThatLiesFirst(int message, int name, int named) {
        ProtocolLimits limits =
                ProtocolLimits.DEFAULT.with(Limit.MESSAGE, message).with(Limit.NAME, name);
        String exceeds = "43 61616161 61616161 61";
        for (int piece : new int[] {1, 99}) {
            assertRefused(
                    () -> feed(new BackendDecoder(limits), exceeds, piece), "CompletedResponse.tag at byte 1", named);
        }
    }

    private static void assertTaken(BackendDecoder decoder, String hex) {
        feed(decoder, hex, 1);
        assertThat(decoder.buffered()).isZero();
    }

    private static void feed(BackendDecoder decoder, String hex, int piece) {
        byte[] wire = hex(hex.replace("T", DESCRIPTION));
        for (int at = 0; at < wire.length; at += piece) {
            decoder.received(wire, at, Math.min(piece, wire.length - at));
            while (decoder.next()) {
                assertThat(decoder.message()).isNotNull();
            }
        }
    }

    private static void assertRefused(ThrowingCallable call, String place, int bound) {
        assertThatThrownBy(call)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageStartingWith(place + ": ")
                .hasMessageMatching(".*(limit of|within .* to) " + bound + "\\b.*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ARGUMENTS | 1 | COMMAND | 46 00 00000001 00000001 ffffffff | 46 00 00000001 00000002 | FunctionCall.arguments at byte 6
            MESSAGE   | 5 | COMMAND | 51 616161 00    | 51 61616161    | Query.text at byte 1
            MESSAGE   | 5 | COMMAND | 51 616161 00    | 51 61616161 00 | Query.text at byte 1
            MESSAGE   | 16 | COMMAND | 46 00 00000001 00000001 00000002 6161 | 46 00 00000001 00000001 00000003 | FunctionCall.argument at byte 14
            NAME      | 3 | COMMAND | 46 616161 00 00000001 00000000 | 46 61616161 | FunctionCall.unused at byte 1
            PASSWORD  | 3 | PASSWORD_PACKET | 00000008 616161 00 | 00000009 | PasswordPacket.length at byte 0
            QUERY     | 3 | COMMAND | 51 616161 00    | 51 61616161    | Query.text at byte 1
            STARTUP_PACKET |  8 | FIRST_PACKET | 00000008 04d2162f | 00000009 | StartupPacket.length at byte 0
            STARTUP_PACKET | 10 | FIRST_PACKET | 0000000a 00020000 6161 | 0000000b | StartupPacket.length at byte 0
            VALUE     | 2 | COMMAND | 46 00 00000001 00000001 00000002 6161 | 46 00 00000001 00000001 00000003 | FunctionCall.argument at byte 10
            """)
    void ofWhatAClientSays(
            Limit limit, int bound, FrontendDecoder.Expected expected, String fits, String exceeds, String place) {
        ProtocolLimits limits = ProtocolLimits.DEFAULT.with(limit, bound);
        assertThat(feed(new FrontendDecoder(limits), expected, fits, 1)).isTrue();
        assertRefused(() -> feed(new FrontendDecoder(limits), expected, exceeds, 1), place, bound);
        assertRefused(() -> feed(new FrontendDecoder(limits), expected, exceeds, 99), place, bound);
    }

    private static boolean feed(FrontendDecoder decoder, FrontendDecoder.Expected expected, String hex, int piece) {
        byte[] wire = hex(hex);
        decoder.expect(expected);
        boolean found = false;
        for (int at = 0; at < wire.length; at += piece) {
            decoder.received(wire, at, Math.min(piece, wire.length - at));
            found = decoder.next();
        }
        return found && decoder.buffered() == 0;
    }

    @ParameterizedTest
    @CsvSource({"45,ErrorResponse", "4e,NoticeResponse"})
    void textsOfTrustedServersHaveALimitOfTheirOwn(String tag, String name) {
        BackendDecoder decoder = new BackendDecoder(
                ProtocolLimits.DEFAULT.with(Limit.LOGIN_TEXT, 1).with(Limit.TEXT, 3));
        decoder.loggedIn();
        assertTaken(decoder, tag + " 616161 00");
        assertRefused(() -> feed(decoder, tag + " 61616161", 1), name + ".text at byte 6", 3);
    }

    @Test
    void textsBetweenLinesOfCopyDataHaveTheSameLimit() {
        BackendDecoder decoder = new BackendDecoder(
                ProtocolLimits.DEFAULT.with(Limit.TEXT, 9), Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT));
        decoder.loggedIn();
        decoder.expect(BackendDecoder.Expected.COPY_DATA);
        assertTaken(decoder, "45 4552524f523a2020 61 00");
        decoder.expect(BackendDecoder.Expected.MESSAGE);
        decoder.expect(BackendDecoder.Expected.COPY_DATA);
        assertRefused(() -> feed(decoder, "45 4552524f523a2020 6161", 1), "CopyOutData.text at byte 12", 9);
    }

    @Test
    void piecesOfCopyDataAreNoLonger() {
        ProtocolLimits limits = ProtocolLimits.DEFAULT.with(Limit.COPY_DATA, 3);
        BackendDecoder fromServer = new BackendDecoder(limits);
        fromServer.expect(BackendDecoder.Expected.COPY_DATA);
        fromServer.received(hex("6162636465"), 0, 5);
        assertThat(fromServer.next()).isTrue();
        assertThat(fromServer.message()).isEqualTo(new CopyOutData(Bytes.utf8("abc")));
        FrontendDecoder fromClient = new FrontendDecoder(limits);
        fromClient.expect(FrontendDecoder.Expected.COPY_DATA);
        fromClient.received(hex("6162636465"), 0, 5);
        assertThat(fromClient.next()).isTrue();
        assertThat(fromClient.message()).isEqualTo(new CopyInData(Bytes.utf8("abc")));
    }

    @ParameterizedTest
    @EnumSource
    void aLimitIsWithinOneAndWhatAnArrayHolds(Limit limit) {
        ProtocolLimits limits = ProtocolLimits.DEFAULT;
        assertThat(limits.with(limit, 1).get(limit)).isEqualTo(1);
        assertThat(limits.with(limit, 1 << 30).get(limit)).isEqualTo(1 << 30);
        for (int bound : new int[] {0, -1, (1 << 30) + 1}) {
            assertThatThrownBy(() -> limits.with(limit, bound))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a limit of " + bound + " for " + limit + " is not within 1 to 1073741824");
        }
        assertThat(limits.get(limit)).as("unchanged").isNotIn(1, 1 << 30);
    }

    @Test
    void aChangeKeepsWhatWasChangedBefore() {
        ProtocolLimits limits =
                ProtocolLimits.DEFAULT.with(Limit.NAME, 5).with(Limit.VALUE, 6).with(Limit.NAME, 7);
        assertThat(limits).hasToString("ProtocolLimits{VALUE=6, NAME=7}");
        assertThat(limits.get(Limit.COLUMNS)).isEqualTo(ProtocolLimits.DEFAULT.get(Limit.COLUMNS));
    }

    @Test
    void anErrorTellsItsPlace() {
        assertThatThrownBy(() -> feed(new BackendDecoder(ProtocolLimits.DEFAULT), "5a 54 ffff", 1))
                .isInstanceOfSatisfying(RemoteProtocolException.class, e -> {
                    assertThat(e.messageName()).isEqualTo("RowDescription");
                    assertThat(e.field()).isEqualTo("columns");
                    assertThat(e.offset()).isEqualTo(2);
                });
    }
}
