package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameReader;
import io.github.pgtwo.codec.wire.FrameScanner;
import io.github.pgtwo.codec.wire.Text;

/**
 * The answer to a request for a password, as it is, through crypt(3) or through MD5 (sections 3.4, 4.2).
 *
 * <pre>
 * Int32  the packet's length, itself and the NUL included
 * String answer
 * </pre>
 *
 * @param answer a secret: {@link #toString} does not show it
 */
public record PasswordPacket(Bytes answer) implements FrontendMessage {
    /** Refuses a NUL. */
    public PasswordPacket {
        Text.check("PasswordPacket.answer", answer);
    }

    /** How it is read; made only for whoever reads it, which clients do not. */
    static Format<PasswordPacket> format() {
        return new Format<>("PasswordPacket", '\0', PasswordPacket::scan, PasswordPacket::read);
    }

    private static boolean scan(FrameScanner in) {
        if (in.step() == 0) {
            if (!in.skip(Integer.BYTES)) {
                return false;
            }
            in.length(checkLength(in, in.int32Back()));
            in.step(1);
        }
        return in.skipLength("answer");
    }

    private static int checkLength(FrameScanner in, int length) {
        int answer = length - Integer.BYTES - 1;
        if (answer < 0 || answer > in.limit(Limit.PASSWORD)) {
            throw in.malformed("length", 0, length + " is too small or over the limit of " + in.limit(Limit.PASSWORD));
        }
        return length - Integer.BYTES;
    }

    private static PasswordPacket read(FrameReader in) {
        return new PasswordPacket(in.limString(in.int32() - Integer.BYTES));
    }

    @Override
    public FrontendKind kind() {
        return FrontendKind.PASSWORD_PACKET;
    }

    @Override
    public int wireLength() {
        return Integer.BYTES + answer.length() + 1;
    }

    @Override
    public void write(WireWriter out) {
        // in one step: growing halfway would leave a copy of the secret behind
        out.reserve(wireLength()).int32(wireLength()).string(answer);
    }

    @Override
    public String toString() {
        return "PasswordPacket[redacted]";
    }
}
