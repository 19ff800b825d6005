package io.github.pgtwo.benchmarks;

import java.nio.ByteBuffer;

/** Messages filled in by hand. */
final class Fills {
    private Fills() {}

    static byte[] query(byte[] text) {
        byte[] filled = new byte[text.length + 2];
        filled[0] = 'Q';
        System.arraycopy(text, 0, filled, 1, text.length);
        return filled;
    }

    static byte[] cancelRequest(int processId, int secretKey) {
        byte[] filled = new byte[16];
        ByteBuffer.wrap(filled).putInt(16).putInt(80877102).putInt(processId).putInt(secretKey);
        return filled;
    }

    static byte[] startupPacket(byte[] database, byte[] user) {
        byte[] filled = new byte[296];
        filled[2] = 296 >> 8;
        filled[3] = (byte) 296;
        filled[5] = 2;
        System.arraycopy(database, 0, filled, 8, database.length);
        System.arraycopy(user, 0, filled, 8 + 64, user.length);
        return filled;
    }
}
