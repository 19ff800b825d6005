package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.Arrival;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Streams with one defect each in the write that reads meanwhile. */
final class BrokenWrites {

    private BrokenWrites() {}

    static final class NeverReadsMeanwhile extends MemoryStream {
        NeverReadsMeanwhile(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
            writeFully(from, offset, length);
        }
    }

    static final class LooksOnlyInTheBeginning extends MemoryStream {
        LooksOnlyInTheBeginning(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
            if (out.awaitRoomOr(in)) {
                arrival.arrived();
            }
            writeFully(from, offset, length);
        }
    }

    static final class TellsOnce extends MemoryStream {
        TellsOnce(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
            AtomicBoolean told = new AtomicBoolean();
            super.writeFully(from, offset, length, () -> {
                if (told.getAndSet(true)) {
                    in.read(new byte[1], 0, 1, 0);
                } else {
                    arrival.arrived();
                }
            });
        }
    }

    static final class WrapsFailures extends MemoryStream {
        WrapsFailures(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
            try {
                super.writeFully(from, offset, length, arrival);
            } catch (IOException e) {
                throw closed ? e : new IOException("the connection broke", e);
            }
        }
    }

    static final class WritesOnInSpiteOfFailures extends MemoryStream {
        WritesOnInSpiteOfFailures(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
            super.writeFully(from, offset, length, () -> {
                try {
                    arrival.arrived();
                } catch (IOException e) {
                    in.read(new byte[1], 0, 1, 0);
                }
            });
        }
    }

    static final class SleepsOnClose extends MemoryStream {
        private final AtomicInteger writing = new AtomicInteger();

        SleepsOnClose(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
            writing.incrementAndGet();
            try {
                super.writeFully(from, offset, length, arrival);
            } finally {
                writing.decrementAndGet();
            }
        }

        @Override
        public void close() throws IOException {
            if (writing.get() == 0) {
                super.close();
            }
        }
    }
}
