package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The stream that carries TLS, for what goes past it (section 4.5). Nothing may be left of TLS when it is used: what
 * the peer has sent too early, and was taken as part of a record, cannot be told apart any more.
 */
final class Beneath implements ByteStream {
    private final ByteStream plain;
    private final TlsInput input;
    private final TlsOutput output;

    Beneath(ByteStream plain, TlsInput input, TlsOutput output) {
        this.plain = plain;
        this.input = input;
        this.output = output;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        checkNothingInFlight();
        return plain.read(into, offset, length);
    }

    @Override
    public void writeFully(byte[] from, int offset, int length) throws IOException {
        checkNothingInFlight();
        plain.writeFully(from, offset, length);
    }

    @Override
    public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
        checkNothingInFlight();
        plain.writeFully(from, offset, length, arrival);
    }

    private void checkNothingInFlight() throws IOException {
        if (!input.isEmpty()) {
            throw new IOException("there are bytes from " + plain.info().peer()
                    + " within TLS that nobody has read, at the moment of going beneath it");
        }
        output.sendPending();
    }

    @Override
    public void readTimeout(Duration timeout) throws IOException {
        plain.readTimeout(timeout);
    }

    @Override
    public Optional<ByteStream> beneath() {
        return plain.beneath();
    }

    @Override
    public ChannelInfo info() {
        return plain.info();
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
