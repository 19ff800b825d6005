package io.github.pgtwo.transport.unix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnixStreamTest {
    private static final byte[] SECRET = "n0body-sh0uld-s33-th1s".getBytes(StandardCharsets.US_ASCII);

    /** Takes what it is given, or breaks, and keeps the buffers that it was given. */
    private record Taking(boolean broken, List<ByteBuffer> buffers) implements UnixSocket {
        @Override
        public void write(ByteBuffer from) throws IOException {
            buffers.add(from.duplicate());
            from.position(from.position() + 5);
            if (broken) {
                throw new IOException("broken");
            }
            from.position(from.limit());
        }

        @Override
        public void writeSome(ByteBuffer from) throws IOException {
            write(from);
        }

        @Override
        public int read(ByteBuffer into) {
            return -1;
        }

        @Override
        public int awaitEither() {
            return 0;
        }

        @Override
        public void receiveTimeout(int millis) {}

        @Override
        public Optional<String> peerUser() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    @Test
    void theBufferOfAStreamKeepsNoPassword() throws IOException {
        Taking socket = new Taking(false, new ArrayList<>());
        new UnixStream("path", socket).writeFully(SECRET, 0, SECRET.length);
        assertWiped(socket);
    }

    @Test
    void norDoesItWhenTheWriteFails() {
        Taking socket = new Taking(true, new ArrayList<>());
        assertThatThrownBy(() -> new UnixStream("path", socket).writeFully(SECRET, 0, SECRET.length))
                .hasMessage("broken");
        assertWiped(socket);
    }

    private static void assertWiped(Taking socket) {
        assertThat(socket.buffers()).hasSize(1);
        byte[] left = new byte[SECRET.length];
        socket.buffers().get(0).get(0, left);
        assertThat(left).containsOnly(0);
    }
}
