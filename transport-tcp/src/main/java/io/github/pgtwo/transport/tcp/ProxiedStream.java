package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.Arrival;
import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** Through a SOCKS proxy, for which the JDK has sockets that block, but no channels. */
final class ProxiedStream extends SocketStream {
    /** So little that there is mostly room for it. */
    private static final int PIECE = 8 * 1024;

    private final InputStream in;
    private final OutputStream out;

    ProxiedStream(Socket socket, Endpoint endpoint) throws IOException {
        super(socket, endpoint);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public void writeFully(byte[] from, int offset, int length) throws IOException {
        try {
            out.write(from, offset, length);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    /** Looks for what has arrived in front of each piece; a piece that waits then waits without looking. */
    @Override
    public void writeFully(byte[] from, int offset, int length, Arrival arrival) throws IOException {
        int end = offset + length;
        for (int next = offset; next < end; next += PIECE) {
            if (hasArrived()) {
                arrival.arrived();
            }
            writeFully(from, next, Math.min(PIECE, end - next));
        }
    }

    private boolean hasArrived() throws IOException {
        try {
            return in.available() > 0;
        } catch (IOException e) {
            throw explained(e);
        }
    }
}
