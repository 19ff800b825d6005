package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import io.github.pgtwo.codec.frontend.FrontendDecoder.Expected;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.Query;
import java.util.Optional;

/** A client's bytes, read by layout alone. */
final class FrontendRun extends DecoderRun {
    private final FrontendDecoder decoder;
    private final Expected afterStartup;
    private Expected expected = Expected.FIRST_PACKET;

    FrontendRun(Script script, Expected first, Expected afterStartup, byte[] wire) {
        super(wire, script.ends());
        decoder = new FrontendDecoder(script.limits(), script.quirks());
        this.afterStartup = afterStartup;
        expect(first);
    }

    private void expect(Expected next) {
        expected = next;
        decoder.expect(next);
    }

    @Override
    void received(Bytes chunk) {
        decoder.received(chunk);
    }

    @Override
    void received(byte[] from, int offset, int length) {
        decoder.received(from, offset, length);
    }

    @Override
    int receive(ByteSource<RuntimeException> source) {
        return decoder.receive(source);
    }

    @Override
    void receivedEndOfStream() {
        decoder.receivedEndOfStream();
    }

    @Override
    boolean next(Feeding feeding) {
        if (!decoder.next()) {
            return false;
        }
        switch (decoder.message().kind()) {
            case STARTUP_PACKET -> expect(afterStartup);
            case CANCEL_REQUEST, GSS_ENCRYPTION_REQUEST, UNSUPPORTED_STARTUP -> expect(Expected.NOTHING_MORE);
            case PASSWORD_PACKET, COPY_IN_DONE -> expect(Expected.COMMAND);
            case QUERY -> expect(startsCopy() ? Expected.COPY_DATA : Expected.COMMAND);
            default -> {}
        }
        return true;
    }

    private boolean startsCopy() {
        return ((Query) decoder.message()).text().utf8().startsWith("copy");
    }

    @Override
    Object message() {
        return decoder.message();
    }

    @Override
    Optional<Bytes> takeRaw(int count) {
        Optional<Bytes> raw = decoder.takeRaw(count);
        Check.that(raw.isEmpty() || expected == Expected.RAW, "raw bytes out of turn");
        raw.ifPresent(bytes -> expect(Expected.COMMAND));
        return raw;
    }

    @Override
    Optional<Bytes> peekRaw(int count) {
        return decoder.peekRaw(count);
    }

    @Override
    long consumed() {
        return decoder.consumed();
    }

    @Override
    int buffered() {
        return decoder.buffered();
    }

    @Override
    long work() {
        return 0;
    }

    @Override
    void check(Object message, Bytes from) {
        FrontendMessage read = (FrontendMessage) message;
        Bytes wire = read.encode();
        Check.same(wire.length(), read.wireLength(), "wireLength");
        switch (read.kind()) {
            // their packets may be padded, cut short, or hold more than the message
            case STARTUP_PACKET, SSL_REQUEST, CANCEL_REQUEST -> checkAgain(Expected.FIRST_PACKET, read, wire);
            case PASSWORD_PACKET -> checkAgain(Expected.PASSWORD_PACKET, read, wire);
            // what came behind it was dropped
            case GSS_ENCRYPTION_REQUEST, UNSUPPORTED_STARTUP ->
                Check.same(from.slice(0, wire.length()), wire, "not what was read");
            default -> Check.same(from, wire, "not what was read");
        }
    }

    private static void checkAgain(Expected expected, FrontendMessage message, Bytes wire) {
        FrontendDecoder again = new FrontendDecoder(ProtocolLimits.DEFAULT);
        again.expect(expected);
        again.received(wire.toByteArray(), 0, wire.length());
        Check.that(again.next(), "what was written cannot be read");
        Check.same(message, again.message(), "read again");
    }
}
