package io.github.pgtwo.spi;

import java.io.IOException;
import java.time.Duration;

/** Puts TLS on streams whose server has agreed to it. Implementations are immutable. */
public interface StreamSecurity {
    /** Without TLS. */
    StreamSecurity NONE = new StreamSecurity() {
        @Override
        public TlsMode mode() {
            return TlsMode.DISABLE;
        }

        @Override
        public ByteStream secure(ByteStream plain, Endpoint endpoint, Duration timeout) throws IOException {
            throw new TlsException("TLS with " + endpoint + " is disabled");
        }
    };

    /** When the client asks for TLS, and what it accepts. */
    TlsMode mode();

    /**
     * Runs the handshake, verifying the server as far as the mode wants it.
     *
     * @param plain a stream from which nothing has been read that belongs to the handshake; closing what is
     *     returned closes it too, and closing it from another thread ends the handshake
     * @param endpoint whose name has to be in the certificate, if the mode wants that
     * @param timeout for the whole handshake; zero waits for ever
     * @return the stream to use from now on; its {@link ChannelInfo} is {@linkplain ChannelInfo#encrypted()
     *     encrypted} only if the server was verified
     * @throws TlsException if one side refuses the other
     * @throws java.net.SocketTimeoutException if the time is over
     * @throws StreamClosedException if this side has closed the stream
     * @throws IOException if the connection broke. After every failure the plain stream is closed
     */
    ByteStream secure(ByteStream plain, Endpoint endpoint, Duration timeout) throws IOException;
}
