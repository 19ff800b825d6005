package io.github.pgtwo.peers.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Decodes by hand: the least that can be done to read the values. */
final class ByHand extends Floor {
    private static final int ALL = -1;

    private int columns;
    private int bitmapBytes;

    ByHand(Place place) throws IOException {
        super(place);
    }

    @Override
    public long rows(String sql) throws IOException {
        out.write(query(sql));
        return answer(ALL);
    }

    @Override
    public long column(String sql, int column) throws IOException {
        out.write(query(sql));
        return answer(column);
    }

    @Override
    public long ping(int times) throws IOException {
        byte[] query = query("SELECT 1");
        long sum = 0;
        for (int i = 0; i < times; i++) {
            out.write(query);
            sum += answer(ALL);
        }
        return sum;
    }

    /** Does not read while it writes: the answers of so many have to fit between the two sides. */
    @Override
    public long pipeline(int times, int depth) throws IOException {
        byte[] queries = bytes("QSELECT 1\0".repeat(depth));
        long sum = 0;
        for (int sent = 0; sent < times; sent += depth) {
            out.write(queries);
            for (int i = 0; i < depth; i++) {
                sum += answer(ALL);
            }
        }
        return sum;
    }

    @Override
    public void run(String sql) throws IOException {
        out.write(query(sql));
        answer(ALL);
    }

    /** Up to ReadyForQuery. */
    private long answer(int wanted) throws IOException {
        long sum = 0;
        byte tag = int8();
        while (tag != 'Z') {
            switch (tag) {
                case 'D' -> sum += wanted == ALL ? row() : row(wanted);
                case 'P', 'C' -> skipString();
                case 'T' -> description();
                default -> throw unexpected(tag);
            }
            tag = int8();
        }
        return sum;
    }

    private void description() throws IOException {
        need(Short.BYTES);
        columns = buffer[position] << 8 | (buffer[position + 1] & 0xff);
        bitmapBytes = (columns + 7) / 8;
        position += Short.BYTES;
        for (int i = 0; i < columns; i++) {
            skipString();
            skip(10); // type, size, modifier
        }
    }

    /** No value of the tables is NULL. */
    private long row() throws IOException {
        skip(bitmapBytes);
        long sum = 0;
        for (int i = 0; i < columns; i++) {
            int length = int32() - Integer.BYTES;
            need(length);
            sum += Tables.isText(i) ? Sums.of(string(length)) : number(buffer, position, length);
            position += length;
        }
        return sum;
    }

    private long row(int wanted) throws IOException {
        skip(bitmapBytes);
        long sum = 0;
        for (int i = 0; i < columns; i++) {
            int length = int32() - Integer.BYTES;
            need(length);
            sum += i == wanted ? Sums.of(string(length)) : 0;
            position += length;
        }
        return sum;
    }

    static int number(byte[] from, int offset, int length) {
        boolean negative = from[offset] == '-';
        int value = 0;
        for (int at = negative ? offset + 1 : offset; at < offset + length; at++) {
            value = 10 * value + from[at] - '0';
        }
        return negative ? -value : value;
    }

    private String string(int length) {
        return new String(buffer, position, length, StandardCharsets.UTF_8);
    }

    @Override
    public long text(String sql) throws IOException {
        byte[] value = new byte[beginValue(sql)];
        int got = Math.min(value.length, end - position);
        System.arraycopy(buffer, position, value, 0, got);
        position += got;
        while (got < value.length) {
            got += read(value, got, value.length - got);
        }
        answer(ALL);
        return new String(value, StandardCharsets.UTF_8).length();
    }

    @Override
    public long streamed(String sql) throws IOException {
        int length = beginValue(sql);
        int left = length;
        while (left > 0) {
            need(1);
            int piece = Math.min(left, end - position);
            position += piece;
            left -= piece;
        }
        answer(ALL);
        return length;
    }

    /** Goes to the first value of the first row; returns its length. */
    private int beginValue(String sql) throws IOException {
        out.write(query(sql));
        byte tag = int8();
        while (tag != 'D') {
            if (tag == 'T') {
                description();
            } else {
                skipString();
            }
            tag = int8();
        }
        skip(bitmapBytes);
        return int32() - Integer.BYTES;
    }

    @Override
    public long copyIn(String sql, byte[] chunk, int times) throws IOException {
        run("BEGIN");
        out.write(query(sql));
        byte tag = int8();
        if (tag != 'G') {
            throw unexpected(tag);
        }
        for (int i = 0; i < times; i++) {
            out.write(chunk);
        }
        out.write(bytes("\\.\n"));
        long rows = copied();
        run("COMMIT");
        return rows;
    }

    private long copied() throws IOException {
        byte tag = int8();
        if (tag != 'C') {
            throw unexpected(tag);
        }
        skip("COPY ".length());
        long rows = 0;
        for (byte digit = int8(); digit != 0; digit = int8()) {
            rows = 10 * rows + digit - '0';
        }
        answer(ALL);
        return rows;
    }
}
