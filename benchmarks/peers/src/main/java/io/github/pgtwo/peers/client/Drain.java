package io.github.pgtwo.peers.client;

import java.io.IOException;

/** Sends what the others send, and discards what comes: nobody can receive an answer for less. */
final class Drain extends Floor {
    private byte last;
    private byte beforeLast;
    private byte thirdLast;

    Drain(Place place) throws IOException {
        super(place);
    }

    @Override
    public long rows(String sql) throws IOException {
        return pass(query(sql));
    }

    @Override
    public long column(String sql, int column) throws IOException {
        return pass(query(sql));
    }

    @Override
    public long copyOut(String sql) throws IOException {
        return pass(query(sql));
    }

    @Override
    public long text(String sql) throws IOException {
        return pass(query(sql));
    }

    @Override
    public long streamed(String sql) throws IOException {
        return pass(query(sql));
    }

    @Override
    public long ping(int times) throws IOException {
        byte[] query = query("SELECT 1");
        long bytes = 0;
        for (int i = 0; i < times; i++) {
            bytes += pass(query);
        }
        return bytes;
    }

    /** Behind its last bytes, a tag and ReadyForQuery, the server says nothing. */
    private long pass(byte[] query) throws IOException {
        out.write(query);
        long bytes = 0;
        do {
            int count = read(buffer, 0, buffer.length);
            keepLast(count);
            bytes += count;
        } while (!over());
        return bytes;
    }

    private void keepLast(int count) {
        for (int i = Math.max(0, count - 3); i < count; i++) {
            thirdLast = beforeLast;
            beforeLast = last;
            last = buffer[i];
        }
    }

    /** The NUL of a tag, which ends with a letter or digit; the length of a value has other bytes in this place. */
    private boolean over() {
        return last == 'Z' && beforeLast == 0 && thirdLast >= '0';
    }
}
