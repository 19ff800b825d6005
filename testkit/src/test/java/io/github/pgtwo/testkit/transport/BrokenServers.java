package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Transports whose {@code open} or {@code supports} has one defect each. */
final class BrokenServers {

    private BrokenServers() {}

    static final class SupportsEverything extends MemoryTransport {
        @Override
        public boolean supports(Endpoint endpoint) {
            return true;
        }
    }

    static final class NamesNobody extends MemoryTransport {
        @Override
        public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
            if (endpoint.equals(deserted())) {
                throw new IOException("Connection refused");
            }
            return super.open(endpoint, connectTimeout);
        }
    }

    static final class WaitsForEverToConnect extends MemoryTransport {
        @Override
        public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
            if (endpoint.equals(silent().orElseThrow())) {
                BrokenStreams.hang();
            }
            return super.open(endpoint, connectTimeout);
        }
    }

    /** Leaks at connections that succeed, or at those that fail. */
    static final class Leaks extends MemoryTransport {
        private final boolean failing;
        private final Collection<InputStream> leaked = new ConcurrentLinkedQueue<>();

        Leaks(boolean failing) {
            this.failing = failing;
        }

        @Override
        public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
            if (endpoint.equals(deserted()) == failing) {
                leaked.add(new FileInputStream("/dev/null"));
            }
            return super.open(endpoint, connectTimeout);
        }

        void release() throws IOException {
            for (InputStream stream : leaked) {
                stream.close();
            }
        }
    }
}
