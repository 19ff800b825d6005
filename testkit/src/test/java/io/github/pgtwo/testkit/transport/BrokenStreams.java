package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.StreamClosedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Streams with one defect each. */
final class BrokenStreams {

    private BrokenStreams() {}

    static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static final class ClearsTheHighBit extends MemoryStream {
        ClearsTheHighBit(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length) throws IOException {
            byte[] sent = from.clone();
            for (int i = 0; i < sent.length; i++) {
                sent[i] &= 0x7f;
            }
            super.writeFully(sent, offset, length);
        }
    }

    static final class LosesTheLastByteOfLargeWrites extends MemoryStream {
        LosesTheLastByteOfLargeWrites(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length) throws IOException {
            super.writeFully(from, offset, length > 100_000 ? length - 1 : length);
        }
    }

    static final class WaitsForAFullArray extends MemoryStream {
        WaitsForAFullArray(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int have = super.read(into, offset, length);
            while (have > 0 && have < length) {
                int more = super.read(into, offset + have, length - have);
                if (more < 0) {
                    return have;
                }
                have += more;
            }
            return have;
        }
    }

    static final class ReadsBesideTheRegion extends MemoryStream {
        ReadsBesideTheRegion(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            if (offset > 0 && offset + length < into.length) {
                into[offset + length] = 0;
            }
            return count;
        }
    }

    static final class WritesFromTheStart extends MemoryStream {
        WritesFromTheStart(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length) throws IOException {
            super.writeFully(from, 0, length);
        }
    }

    static final class ReturnsZeroOnTimeout extends MemoryStream {
        ReturnsZeroOnTimeout(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (SocketTimeoutException e) {
                return 0;
            }
        }
    }

    static final class LosesAByteAfterATimeout extends MemoryStream {
        private volatile boolean timedOut;

        LosesAByteAfterATimeout(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                if (timedOut) {
                    timedOut = false;
                    super.read(new byte[1], 0, 1);
                }
                return super.read(into, offset, length);
            } catch (SocketTimeoutException e) {
                timedOut = true;
                throw e;
            }
        }
    }

    static final class CountsTimeoutsInMilliseconds extends MemoryStream {
        CountsTimeoutsInMilliseconds(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void readTimeout(Duration timeout) {
            super.readTimeout(Duration.ofMillis(timeout.toMillis()));
        }
    }

    static final class IgnoresATimeoutOfZero extends MemoryStream {
        IgnoresATimeoutOfZero(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void readTimeout(Duration timeout) {
            if (!timeout.isZero()) {
                super.readTimeout(timeout);
            }
        }
    }

    static final class TellsTheEndOnce extends MemoryStream {
        private volatile boolean told;

        TellsTheEndOnce(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (told) {
                hang();
            }
            int count = super.read(into, offset, length);
            told = count < 0;
            return count;
        }
    }

    static final class HangsWhenReadingAfterAnAbort extends MemoryStream {
        HangsWhenReadingAfterAnAbort(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (StreamClosedException | SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                hang();
                throw e;
            }
        }
    }

    static final class BlamesItselfForAnAbort extends MemoryStream {
        BlamesItselfForAnAbort(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length) throws IOException {
            try {
                super.writeFully(from, offset, length);
            } catch (IOException e) {
                throw new StreamClosedException("memory");
            }
        }
    }

    static final class LetsAReadSleepOnClose extends MemoryStream {
        private final AtomicInteger reading = new AtomicInteger();

        LetsAReadSleepOnClose(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            reading.incrementAndGet();
            try {
                return super.read(into, offset, length);
            } finally {
                reading.decrementAndGet();
            }
        }

        @Override
        public void close() throws IOException {
            if (reading.get() == 0) {
                super.close();
            }
        }
    }

    static final class LetsAWriteSleepOnClose extends MemoryStream {
        private final AtomicInteger writing = new AtomicInteger();

        LetsAWriteSleepOnClose(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length) throws IOException {
            writing.incrementAndGet();
            try {
                super.writeFully(from, offset, length);
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

    static final class EndsAfterClose extends MemoryStream {
        EndsAfterClose(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return closed ? -1 : super.read(into, offset, length);
        }
    }

    static final class ClosesOnce extends MemoryStream {
        ClosesOnce(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                throw new IOException("already closed");
            }
            super.close();
        }
    }

    static final class ClosesSilently extends MemoryStream {
        ClosesSilently(MemoryPipe in, MemoryPipe out) {
            super(in, out);
        }

        @Override
        public void writeFully(byte[] from, int offset, int length) throws IOException {
            if (closed) {
                throw new StreamClosedException("memory");
            }
            super.writeFully(from, offset, length);
        }

        @Override
        public void close() throws IOException {
            closed = true;
            in.breakOff();
        }
    }
}
