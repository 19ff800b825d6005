package io.github.pgtwo.spi;

import io.github.pgtwo.spi.AuthenticationException.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * A password that owns its characters or bytes and wipes them when closed. Not thread-safe.
 *
 * <p>Wiping is best effort: a copying garbage collector may leave old copies behind.
 */
public final class Secret implements AutoCloseable {
    private static final char[] NO_CHARACTERS = {};
    private static final byte[] NO_BYTES = {};

    private final char[] characters;
    private final byte[] bytes;

    private Secret(char[] characters, byte[] bytes) {
        this.characters = characters;
        this.bytes = bytes;
    }

    /** Takes over the array, which the caller must not use any more. */
    public static Secret of(char[] characters) {
        return new Secret(characters, NO_BYTES);
    }

    /** The same for a password whose bytes are known, in whatever encoding the server stores it. */
    public static Secret of(byte[] bytes) {
        return new Secret(NO_CHARACTERS, bytes);
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return characters.length == 0 && bytes.length == 0;
    }

    /**
     * A new array with the encoded characters, or the bytes as they are, for the caller to wipe.
     *
     * @throws AuthenticationException if a character does not exist in the charset, as a substitute would
     *     silently be another password; or if there is a NUL, as in an array that was wiped before
     */
    public byte[] encode(Charset charset) throws AuthenticationException {
        checkNoNul();
        if (bytes.length > 0) {
            return bytes.clone();
        }
        byte[] room =
                new byte[Math.round(characters.length * charset.newEncoder().maxBytesPerChar()) + 4];
        try {
            return Arrays.copyOf(room, encodeInto(ByteBuffer.wrap(room), charset));
        } catch (CharacterCodingException e) {
            throw new AuthenticationException(
                    Kind.NO_CREDENTIAL, "the password has a character that " + charset + " cannot express", e);
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }

    private void checkNoNul() throws AuthenticationException {
        boolean nul = false;
        for (char character : characters) {
            nul |= character == 0;
        }
        for (byte each : bytes) {
            nul |= each == 0;
        }
        if (nul) {
            throw new AuthenticationException(
                    Kind.NO_CREDENTIAL,
                    "the password holds a NUL; arrays are wiped after use, so each login needs a fresh one");
        }
    }

    private int encodeInto(ByteBuffer room, Charset charset) throws CharacterCodingException {
        var encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var result = encoder.encode(CharBuffer.wrap(characters), room, true);
        if (result.isUnderflow()) {
            result = encoder.flush(room);
        }
        if (!result.isUnderflow()) {
            result.throwException();
        }
        return room.position();
    }

    /** Overwrites what is in it. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
