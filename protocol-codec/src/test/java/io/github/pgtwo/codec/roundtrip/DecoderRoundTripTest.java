package io.github.pgtwo.codec.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is what is read, for generated messages of every kind, in random pieces. */
class DecoderRoundTripTest {
    private static final int MESSAGES = 2000;

    private final Random random = new Random(1996);
    private final RandomMessages messages = new RandomMessages(random);

    @ParameterizedTest
    @EnumSource
    void serverMessages(BackendKind kind) {
        for (int i = 0; i < MESSAGES; i++) {
            int columns = random.nextInt(41);
            BackendMessage message = messages.server(kind, columns);
            Bytes wire = encode(message::write, message.wireLength());
            assertThat(message.kind()).isEqualTo(kind);
            assertThat(message.encode()).isEqualTo(wire);
            assertRead(message, wire, columns);
        }
    }

    private void assertRead(BackendMessage message, Bytes wire, int columns) {
        BackendDecoder decoder = new BackendDecoder(ProtocolLimits.DEFAULT);
        Bytes before = messages.description(columns).encode();
        decoder.received(before.toByteArray(), 0, before.length());
        assertThat(decoder.next()).isTrue();
        decoder.expect(expected(message.kind()));
        Consumer<Bytes> feed = decoder::received;
        switch (message.kind()) {
            case COPY_OUT_DATA ->
                assertThat(Pieces.joined(
                                random,
                                wire,
                                feed,
                                () -> decoder.next() ? ((CopyOutData) decoder.message()).data() : Bytes.EMPTY))
                        .isEqualTo(wire);
            case SERVER_RAW_BYTES -> {
                feed.accept(wire);
                assertThat(decoder.next()).isFalse();
                assertThat(decoder.takeRaw(wire.length())).contains(wire);
            }
            default -> {
                feedAll(wire, feed, decoder::next);
                assertThat(decoder.message()).isEqualTo(message).hasSameHashCodeAs(message);
            }
        }
        assertThat(decoder.buffered()).isZero();
        assertThat(decoder.consumed()).isEqualTo(before.length() + wire.length());
    }

    private static BackendDecoder.Expected expected(BackendKind kind) {
        return switch (kind) {
            case SSL_ACCEPTED, SSL_REFUSED -> BackendDecoder.Expected.SSL_RESPONSE;
            case COPY_OUT_DATA, COPY_OUT_DONE -> BackendDecoder.Expected.COPY_DATA;
            case SERVER_RAW_BYTES -> BackendDecoder.Expected.RAW;
            default -> BackendDecoder.Expected.MESSAGE;
        };
    }

    @ParameterizedTest
    @EnumSource
    void clientMessages(FrontendKind kind) {
        for (int i = 0; i < MESSAGES; i++) {
            FrontendMessage message = messages.client(kind);
            Bytes wire = encode(message::write, message.wireLength());
            assertThat(message.kind()).isEqualTo(kind);
            assertThat(message.encode()).isEqualTo(wire);
            assertRead(message, wire);
        }
    }

    private void assertRead(FrontendMessage message, Bytes wire) {
        FrontendDecoder decoder = new FrontendDecoder(ProtocolLimits.DEFAULT);
        decoder.expect(expected(message.kind()));
        Consumer<Bytes> feed = decoder::received;
        switch (message.kind()) {
            case COPY_IN_DATA ->
                assertThat(Pieces.joined(
                                random,
                                wire,
                                feed,
                                () -> decoder.next() ? ((CopyInData) decoder.message()).data() : Bytes.EMPTY))
                        .isEqualTo(wire);
            case CLIENT_RAW_BYTES -> {
                feed.accept(wire);
                assertThat(decoder.next()).isFalse();
                assertThat(decoder.takeRaw(wire.length())).contains(wire);
            }
            default -> {
                feedAll(wire, feed, decoder::next);
                assertThat(decoder.message()).isEqualTo(message).hasSameHashCodeAs(message);
            }
        }
        assertThat(decoder.buffered()).isZero();
        assertThat(decoder.consumed()).isEqualTo(wire.length());
    }

    private static FrontendDecoder.Expected expected(FrontendKind kind) {
        return switch (kind) {
            case CANCEL_REQUEST, GSS_ENCRYPTION_REQUEST, SSL_REQUEST, STARTUP_PACKET, UNSUPPORTED_STARTUP ->
                FrontendDecoder.Expected.FIRST_PACKET;
            case PASSWORD_PACKET -> FrontendDecoder.Expected.PASSWORD_PACKET;
            case COPY_IN_DATA, COPY_IN_DONE -> FrontendDecoder.Expected.COPY_DATA;
            case CLIENT_RAW_BYTES -> FrontendDecoder.Expected.RAW;
            case FUNCTION_CALL, QUERY, TERMINATE -> FrontendDecoder.Expected.COMMAND;
        };
    }

    /** A message is there with its last byte and not before. */
    private void feedAll(Bytes wire, Consumer<Bytes> feed, BooleanSupplier next) {
        Pieces.cut(random, wire, piece -> {
            if (next.getAsBoolean()) {
                throw new AssertionError("a message before its end");
            }
            feed.accept(piece);
        });
        assertThat(next.getAsBoolean()).isTrue();
    }

    /** A writer with room for the message and no more never needs to grow. */
    private static Bytes encode(Consumer<WireWriter> message, int wireLength) {
        WireWriter out = new WireWriter(wireLength);
        message.accept(out);
        Bytes[] written = {Bytes.EMPTY};
        out.drainTo((array, offset, length) -> {
            assertThat(length).isEqualTo(wireLength);
            assertThat(array).hasSize(wireLength);
            written[0] = Bytes.copyOf(array, offset, offset + length);
        });
        return written[0];
    }
}
