package io.github.pgtwo.codec.backend;

import static io.github.pgtwo.codec.Wires.decode;
import static io.github.pgtwo.codec.Wires.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackendDecoderTest {
    /** Section 15.3: a query with a NULL, as 7.3 answered it. */
    private static final String ANSWER =
            "50 626c616e6b00 54 0003 6100 00000017 0004 ffffffff 6200 00000019 ffff ffffffff"
                    + "6300 00000019 ffff ffffffff 44 a0 00000005 37 00000006 6869 43 53454c45435400 5a";

    @Test
    void aRecordedAnswerInEveryPieceSize() {
        List<BackendMessage> whole = decode(hex(ANSWER), Integer.MAX_VALUE / 2);
        assertThat(whole)
                .extracting(BackendMessage::kind)
                .containsExactly(
                        BackendKind.CURSOR_RESPONSE,
                        BackendKind.ROW_DESCRIPTION,
                        BackendKind.ASCII_ROW,
                        BackendKind.COMPLETED_RESPONSE,
                        BackendKind.READY_FOR_QUERY);
        assertThat(whole.get(2))
                .isEqualTo(AsciiRow.of(
                        List.of(Optional.of(Bytes.utf8("7")), Optional.empty(), Optional.of(Bytes.utf8("hi")))));
        IntStream.range(1, 80)
                .forEach(piece -> assertThat(decode(hex(ANSWER), piece)).isEqualTo(whole));
    }

    @Test
    void generatedConversationsSurviveRandomPieces() {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            List<BackendMessage> messages = conversation(random);
            WireWriter out = new WireWriter();
            messages.forEach(message -> message.write(out));
            byte[] wire = out.take().toByteArray();
            assertThat(decode(wire, 1 + random.nextInt(wire.length))).isEqualTo(messages);
            assertThat(decode(wire, 1)).isEqualTo(messages);
        }
    }

    private static List<BackendMessage> conversation(Random random) {
        int columns = random.nextInt(40);
        List<BackendMessage> messages = new ArrayList<>();
        messages.add(new RowDescription(IntStream.range(0, columns)
                .mapToObj(
                        i -> new Column(text(random, 12), random.nextInt(), (short) random.nextInt(), random.nextInt()))
                .toList()));
        for (int row = random.nextInt(20); row > 0; row--) {
            List<Optional<Bytes>> values = IntStream.range(0, columns)
                    .mapToObj(i -> random.nextBoolean() ? Optional.of(text(random, 50)) : Optional.<Bytes>empty())
                    .toList();
            messages.add(random.nextBoolean() ? AsciiRow.of(values) : BinaryRow.of(values));
            if (random.nextInt(5) == 0) {
                messages.add(new NoticeResponse(text(random, 200)));
            }
        }
        messages.add(new CompletedResponse(text(random, 10)));
        return messages;
    }

    private static Bytes text(Random random, int longest) {
        byte[] text = new byte[random.nextInt(longest + 1)];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) (1 + random.nextInt(255));
        }
        return Bytes.wrap(text);
    }

    @Test
    void aRowWithoutDescriptionIsAnError() {
        assertMalformed("44 80 00000005 37", "AsciiRow at byte 0: no RowDescription is in force");
        assertMalformed("54 0000 43 00 44", "AsciiRow at byte 5: no RowDescription is in force");
    }

    @Test
    void lengthsOutOfRangeAreErrorsThatNameTheField() {
        String oneColumn = "54 0001 6100 00000017 0004 ffffffff ";
        assertMalformed(
                oneColumn + "44 80 00000003", "AsciiRow.value of column 0 at byte 17: its length of 3 is below 4");
        assertMalformed(
                oneColumn + "44 80 80000000",
                "AsciiRow.value of column 0 at byte 17: its length of -2147483648 is below 4");
        assertMalformed(
                oneColumn + "42 80 ffffffff", "BinaryRow.value of column 0 at byte 17: its length of -1 is below 0");
        assertMalformed(oneColumn + "44 80 ffffffff", "AsciiRow.value of column 0 at byte 17: its length of -1");
        assertMalformed(oneColumn + "44 80 7fffffff", "its length of 2147483647 exceeds the limit of 268435456 bytes");
        assertMalformed(oneColumn + "42 80 7fffffff", "its length of 2147483647 exceeds the limit of 268435456 bytes");
        assertMalformed(oneColumn + "42 80 80000000", "BinaryRow.value of column 0 at byte 17: its length of -2147");
        assertMalformed("56 47 80000000", "FunctionResponse.value at byte 2: its length of -2147483648 is not within");
        assertMalformed("56 47 7fffffff", "FunctionResponse.value at byte 2: its length of 2147483647 is not within");
        assertMalformed("56 47 ffffffff", "FunctionResponse.value at byte 2: its length of -1 is not within 0 to");
        assertMalformed("56 47 00000000 31", "FunctionResponse.end at byte 6: is 0x31, not '0'");
        assertMalformed("56 31", "FunctionResponse.marker at byte 1: is 0x31");
        assertMalformed("54 8000", "RowDescription.columns at byte 1: a count of -32768 is not within 0 to 4096");
        assertMalformed("54 ffff", "RowDescription.columns at byte 1: a count of -1 is not within 0 to 4096");
    }

    @Test
    void theSmallestLengthsAreThoseOfEmptyValues() {
        String oneColumn = "54 0001 6100 00000017 0004 ffffffff ";
        List<Optional<Bytes>> empty = List.of(Optional.of(Bytes.EMPTY));
        assertThat(decode(hex(oneColumn + "44 80 00000004"), 1)).endsWith(AsciiRow.of(empty));
        assertThat(decode(hex(oneColumn + "42 80 00000000"), 1)).endsWith(BinaryRow.of(empty));
    }

    @Test
    void anUnknownTagIsAnError() {
        assertMalformed("5a 00", "Message at byte 1: no message begins with byte 0x0");
        assertMalformed("ff", "Message at byte 0: no message begins with byte 0xff");
    }

    private static void assertMalformed(String hex, String message) {
        assertThatThrownBy(() -> decode(hex(hex), 1))
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining(message);
    }

    @Test
    void limitsActWhileTheBytesArrive() {
        ProtocolLimits limits = ProtocolLimits.DEFAULT
                .with(Limit.LOGIN_TEXT, 10)
                .with(Limit.NAME, 3)
                .with(Limit.COLUMNS, 2)
                .with(Limit.MESSAGE, 30);
        assertExceeds(
                limits, "45 " + "61".repeat(11), "ErrorResponse.text at byte 1: is longer than the limit of 10 bytes");
        assertExceeds(limits, "43 61616161", "CompletedResponse.tag at byte 1: is longer than the limit of 3 bytes");
        assertExceeds(limits, "54 0003", "a count of 3 is not within 0 to 2");
        assertExceeds(limits, "54 0001 00 00000017 0004 ffffffff 42 80 00000019", "exceeds the limit of 30 bytes");
    }

    private static void assertExceeds(ProtocolLimits limits, String hex, String message) {
        BackendDecoder decoder = new BackendDecoder(limits);
        byte[] wire = hex(hex);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < wire.length; i++) {
                        decoder.received(wire, i, 1);
                        decoder.next();
                    }
                })
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anErrorCutOffByTheEndIsStillTold() {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        byte[] wire = hex("5a 45 6661696c65640a");
        decoder.received(wire, 0, wire.length);
        decoder.receivedEndOfStream();
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.message()).isEqualTo(new ErrorResponse(Bytes.utf8("failed\n")));
        assertThat(decoder.next()).isFalse();
        assertThat(decoder.exhausted()).isTrue();
    }

    @Test
    void anyOtherMessageCutOffByTheEndIsAnError() {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        decoder.received(hex("43 53454c"), 0, 4);
        decoder.receivedEndOfStream();
        assertThatThrownBy(decoder::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessage("CompletedResponse at byte 0: the stream ended inside the message");
    }

    @Test
    void bytesOutsideOfMessagesAreNoMessages() {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        decoder.expect(BackendDecoder.Expected.RAW);
        decoder.received(hex("5a 5a"), 0, 2);
        assertThat(decoder.next()).isFalse();
        assertThat(decoder.next(row -> {})).isFalse();
        assertThat(decoder.takeRaw(2)).contains(Bytes.utf8("ZZ"));
        assertThat(decoder.consumed()).isEqualTo(2);
        decoder.received(hex("4b 00000001 00000002"), 0, 9);
        decoder.expect(BackendDecoder.Expected.MESSAGE);
        assertThat(decoder.takeRaw(1)).isEmpty();
        assertThat(decoder.next()).isTrue();
        assertThat(decoder.work()).isEqualTo(9);
    }

    @Test
    void theAnswerToAnSslRequestIsOneOfThree() {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        decoder.expect(BackendDecoder.Expected.SSL_RESPONSE);
        decoder.received(hex("58"), 0, 1);
        assertThatThrownBy(decoder::next)
                .isInstanceOf(RemoteProtocolException.class)
                .hasMessage("SslResponse at byte 0: is 0x58, not S, N or E");
    }

    @Test
    void thereIsNoMessageBeforeTheFirst() {
        assertThatThrownBy(() -> new BackendDecoder(ProtocolLimits.DEFAULT).message())
                .isInstanceOf(LocalProtocolException.class);
    }
}
