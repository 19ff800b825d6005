package io.github.pgtwo.peers.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Protocol 2.0 by hand: a blocking socket and one buffer. It trusts the server, and knows nothing but what is asked. */
abstract class Floor implements Conversation {
    /** As much as a read of the JDK takes at once from the system, and pgtwo's store. */
    static final int BUFFER = 64 << 10;

    private static final int STARTUP_BYTES = 296;
    private static final int DATABASE_AT = 8;
    private static final int USER_AT = 72;

    final OutputStream out;
    byte[] buffer = new byte[BUFFER];
    int position;
    int end;
    private final Socket socket;
    private final InputStream in;

    Floor(Place place) throws IOException {
        socket = new Socket(place.host(), place.port());
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        logIn();
    }

    private void logIn() throws IOException {
        ByteBuffer packet = ByteBuffer.allocate(STARTUP_BYTES);
        packet.putInt(STARTUP_BYTES).putShort((short) 2);
        packet.position(DATABASE_AT).put(bytes(Place.DATABASE));
        packet.position(USER_AT).put(bytes(Place.USER));
        out.write(packet.array());
        byte tag = int8();
        while (tag != 'Z') {
            switch (tag) {
                case 'R' -> answer(int32());
                case 'K' -> skip(2 * Integer.BYTES);
                default -> throw unexpected(tag);
            }
            tag = int8();
        }
    }

    private void answer(int request) throws IOException {
        if (request == 5) {
            need(4);
            byte[] hash = bytes(Md5.answer(Place.USER, Place.USER, buffer, position));
            skip(4);
            ByteBuffer packet = ByteBuffer.allocate(hash.length + 5);
            out.write(packet.putInt(packet.capacity()).put(hash).array());
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] query(String sql) {
        return bytes("Q" + sql + "\0");
    }

    static IOException unexpected(int tag) {
        return new IOException("the server has said '" + (char) tag + "'");
    }

    final byte int8() throws IOException {
        need(1);
        return buffer[position++];
    }

    final int int32() throws IOException {
        need(Integer.BYTES);
        position += Integer.BYTES;
        return int32At(position - Integer.BYTES);
    }

    final int int32At(int at) {
        return buffer[at] << 24
                | (buffer[at + 1] & 0xff) << 16
                | (buffer[at + 2] & 0xff) << 8
                | (buffer[at + 3] & 0xff);
    }

    final void skip(int count) throws IOException {
        need(count);
        position += count;
    }

    final void skipString() throws IOException {
        while (int8() != 0) {
            // up to its NUL
        }
    }

    /** Reads on until so many bytes lie side by side. */
    final void need(int count) throws IOException {
        if (end - position < count) {
            bring(count);
        }
    }

    private void bring(int count) throws IOException {
        System.arraycopy(buffer, position, buffer, 0, end - position);
        end -= position;
        position = 0;
        while (end < count) {
            end += read(buffer, end, buffer.length - end);
        }
    }

    /** Reads what there is. */
    final int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count < 0) {
            throw new EOFException("the server has closed the connection");
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        out.write('X');
        socket.close();
    }
}
