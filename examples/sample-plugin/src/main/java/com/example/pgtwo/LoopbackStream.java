package com.example.pgtwo;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.ChannelInfo;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamClosedException;
import io.github.pgtwo.spi.Timeouts;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

final class LoopbackStream implements ByteStream {
    private final Socket socket;
    private final ChannelInfo info;
    private volatile boolean closed;

    LoopbackStream(Socket socket, Endpoint endpoint) {
        this.socket = socket;
        this.info = ChannelInfo.plain(endpoint.toString()).withLocal();
    }

    @Override
    public ChannelInfo info() {
        return info;
    }

    @Override
    public void writeFully(byte[] from, int offset, int length) throws IOException {
        try {
            socket.getOutputStream().write(from, offset, length);
        } catch (IOException e) {
            throw closed ? new StreamClosedException(info.peer()) : e;
        }
    }

    // writing-a-transport: begin
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return socket.getInputStream().read(into, offset, length);
        } catch (IOException e) {
            throw closed ? new StreamClosedException(info.peer()) : e; // whose doing it was
        }
    }

    @Override
    public void readTimeout(Duration timeout) throws IOException {
        socket.setSoTimeout(Timeouts.millis(timeout)); // never rounded down to "for ever"
    }

    @Override
    public void close() throws IOException {
        closed = true;
        socket.close();
    }
    // writing-a-transport: end
}
