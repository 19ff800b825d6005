package io.github.pgtwo.transport.tcp.tls;

import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.Deadline;
import java.io.IOException;

/** What arrives during a write: TLS is served here, and the application is told of what is decrypted, or of the end. */
final class Meanwhile implements Arrival {
    private final TlsInput input;
    private final Arrival application;

    /** What the application's own code threw, on its way out of the stream beneath. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException own;

        Failure(IOException own) {
            super(own);
            this.own = own;
        }

        IOException own() {
            return own;
        }
    }

    Meanwhile(TlsInput input, Arrival application) {
        this.input = input;
        this.application = application;
    }

    /** Takes what has arrived beneath, and does not wait for the rest of a record. */
    @Override
    public void arrived() throws IOException {
        receive(Deadline.NONE);
    }

    /** Waits for what TLS needs before it can write on. */
    void receive(Deadline deadline) throws IOException {
        input.receiveMore(deadline);
        tell();
    }

    /** Has everything read that is decrypted, or can be. */
    void tell() throws IOException {
        while (input.isReadable()) {
            try {
                application.arrived();
            } catch (IOException e) {
                throw new Failure(e);
            }
        }
    }
}
