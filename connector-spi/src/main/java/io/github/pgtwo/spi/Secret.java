package io.github.pgtwo.spi;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * A password that owns its characters and wipes them when closed. Not thread-safe.
 *
 * <p>Wiping is best effort: a copying garbage collector may leave old copies behind.
 */
public final class Secret implements AutoCloseable {
    private final char[] characters;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** Takes over the array, which the caller must not use any more. */
    public static Secret of(char[] characters) {
        return new Secret(characters);
    }

    /** Whether there are no characters. */
    public boolean isEmpty() {
        return characters.length == 0;
    }

    /**
     * A new array with the encoded characters, for the caller to wipe.
     *
     * @throws AuthenticationException if a character does not exist in the charset, as a substitute would
     *     silently be another password; or if there is a NUL, as in an array that was wiped before
     */
    public byte[] encode(Charset charset) throws AuthenticationException {
        checkCharacters();
        byte[] room =
                new byte[Math.round(characters.length * charset.newEncoder().maxBytesPerChar()) + 4];
        try {
            return Arrays.copyOf(room, encodeInto(ByteBuffer.wrap(room), charset));
        } catch (CharacterCodingException e) {
            throw new AuthenticationException("the password has a character that " + charset + " cannot express", e);
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }

    private void checkCharacters() throws AuthenticationException {
        for (char character : characters) {
            if (character == 0) {
                throw new AuthenticationException(
                        "the password holds a NUL; arrays are wiped after use, so each login needs a fresh one");
            }
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

    /** Overwrites the characters. */
    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
