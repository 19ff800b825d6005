package io.github.pgtwo.client;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamSecurity;
import io.github.pgtwo.spi.TlsMode;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Changes what a {@link FakeServer} says of its channel, and no byte. */
final class FakeTls implements StreamSecurity {
    private final TlsMode mode;
    private @Nullable IOException failure;
    private int secured;
    private byte[] before = {};

    FakeTls(TlsMode mode) {
        this.mode = mode;
    }

    FakeTls failing(IOException with) {
        failure = with;
        return this;
    }

    /** How many handshakes have ended well. */
    int secured() {
        return secured;
    }

    /** What had been sent when the handshake began. */
    byte[] before() {
        return before;
    }

    @Override
    public TlsMode mode() {
        return mode;
    }

    @Override
    public ByteStream secure(ByteStream plain, Endpoint endpoint, Duration timeout) throws IOException {
        FakeServer server = (FakeServer) plain;
        before = server.received();
        if (failure != null) {
            plain.close();
            throw failure;
        }
        secured++;
        return server.over(plain.info().withTls(session()));
    }

    private static SSLSession session() {
        try {
            return SSLContext.getDefault().createSSLEngine().getSession();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
