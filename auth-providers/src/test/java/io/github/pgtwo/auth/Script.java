package io.github.pgtwo.auth;

import io.github.pgtwo.spi.RawDialog;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.util.Arrays;
import java.util.HexFormat;

/** A dialogue with a server whose answers are known beforehand. */
final class Script implements RawDialog {
    private final byte[] answers;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private int next;
    private int writes;

    Script(String hex) {
        answers = HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** What the client has said, in hexadecimal. */
    String said() {
        return HexFormat.of().formatHex(said.toByteArray());
    }

    /** In how many pieces the client has said it. */
    int writes() {
        return writes;
    }

    /** How many bytes the client has left. */
    int left() {
        return answers.length - next;
    }

    @Override
    public byte[] read(int count) throws EOFException {
        if (count > left()) {
            throw new EOFException("the server has closed");
        }
        next += count;
        return Arrays.copyOfRange(answers, next - count, next);
    }

    @Override
    public boolean errorFollows() throws EOFException {
        boolean follows = read(1)[0] == 'E';
        next--;
        return follows;
    }

    @Override
    public void write(byte[] bytes) {
        said.writeBytes(bytes);
        writes++;
    }
}
