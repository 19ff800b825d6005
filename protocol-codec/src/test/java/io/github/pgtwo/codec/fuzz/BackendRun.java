package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.backend.BackendDecoder.Expected;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.DeclaredRequests;
import io.github.pgtwo.codec.backend.RowData;
import io.github.pgtwo.codec.backend.RowView;
import java.util.Optional;

/** A server's bytes, read by layout alone. */
final class BackendRun extends DecoderRun {
    private static final DeclaredRequests DECLARED = DeclaredRequests.NONE.with(77, 6);

    private final BackendDecoder decoder;
    private final Values values = new Values(heard());
    private Expected expected;

    BackendRun(Script script, Expected expected, byte[] wire) {
        super(wire, script.ends());
        decoder = new BackendDecoder(script.limits(), script.quirks(), DECLARED);
        expect(expected);
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
        if (!take(feeding)) {
            return false;
        }
        follow();
        return true;
    }

    private boolean take(Feeding feeding) {
        return switch (feeding) {
            case VISITED -> decoder.next(this::visit);
            case VALUES -> decoder.next(values);
            case DATA -> decoder.next(heard()::addData);
            default -> decoder.next();
        };
    }

    private void follow() {
        switch (decoder.message().kind()) {
            case AUTHENTICATION_RAW -> expect(Expected.RAW);
            case COPY_OUT_RESPONSE -> expect(Expected.COPY_DATA);
            case COPY_OUT_DONE, ERROR_RESPONSE, SSL_ACCEPTED, SSL_REFUSED -> expect(Expected.MESSAGE);
            case READY_FOR_QUERY -> decoder.loggedIn();
            default -> {}
        }
    }

    private void visit(RowView row) {
        RowData data = row.toData();
        Check.same(row.columns(), data.columns(), "columns of a row");
        for (int i = 0; i < row.columns(); i++) {
            Check.same(row.isNull(i), data.isNull(i), "a NULL");
            if (!row.isNull(i)) {
                Check.same(row.value(i), data.value(i), "a value");
                Check.same(row.length(i), data.value(i).length(), "a value's length");
            }
        }
        heard().add(row.binary() ? new BinaryRow(data) : new AsciiRow(data));
    }

    @Override
    Object message() {
        return decoder.message();
    }

    @Override
    Optional<Bytes> takeRaw(int count) {
        Optional<Bytes> raw = decoder.takeRaw(count);
        Check.that(raw.isEmpty() || expected == Expected.RAW, "raw bytes out of turn");
        raw.ifPresent(bytes -> expect(Expected.MESSAGE));
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
        return decoder.work();
    }

    @Override
    void check(Object message, Bytes from) {
        BackendMessage read = (BackendMessage) message;
        Check.same(from, read.encode(), "not what was read");
        Check.same(from.length(), read.wireLength(), "wireLength");
    }
}
