package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Deadline;
import io.github.pgtwo.spi.TlsException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/** From the first byte of TLS to the first one of the application. */
final class Handshake {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final SSLEngine engine;
    private final ByteStream plain;
    private final TlsOutput output;
    private final TlsInput input;

    Handshake(SSLEngine engine, ByteStream plain) {
        this.engine = engine;
        this.plain = plain;
        output = new TlsOutput(engine, plain);
        input = new TlsInput(engine, plain, output);
    }

    /** The stream behind the handshake; on failure the peer is told why, and the plain stream closed. */
    TlsStream run(Deadline deadline, boolean verified) throws IOException {
        try {
            engine.beginHandshake();
            while (step(deadline)) {
                deadline.left();
            }
            var info = plain.info().withTls(engine.getSession());
            return new TlsStream(plain, verified ? info.withEncrypted() : info, input, output);
        } catch (IOException e) {
            throw failed(e instanceof SSLException || e instanceof TlsException ? e : hearLastWords(e));
        } catch (RuntimeException e) {
            TlsOutput.closeQuietly(plain);
            throw e;
        }
    }

    private IOException failed(IOException e) {
        if (e instanceof SSLException failure) {
            output.end();
            TlsOutput.closeQuietly(plain);
            return TlsFailures.explain(failure, plain.info().peer());
        }
        TlsOutput.closeQuietly(plain);
        return e;
    }

    /** A server that closes while we write may have said why. */
    private IOException hearLastWords(IOException failure) {
        output.mute();
        try {
            Deadline limit = Deadline.in(LAST_WORDS);
            while (!input.ended() && !(failure instanceof SocketTimeoutException)) {
                input.advance(limit);
            }
            return failure;
        } catch (SSLException e) {
            return e;
        } catch (IOException e) {
            return failure;
        }
    }

    private boolean step(Deadline deadline) throws IOException {
        switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> Tasks.run(engine);
            case NEED_WRAP -> output.sendPending(deadline);
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> receive(deadline);
            case FINISHED, NOT_HANDSHAKING -> {
                return false;
            }
        }
        return true;
    }

    private void receive(Deadline deadline) throws IOException {
        input.advance(deadline);
        if (input.ended()) {
            throw new TlsException(plain.info().peer() + " closed the connection in the middle of the TLS handshake");
        }
    }
}
