package io.github.pgtwo.client.encoding;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.codec.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * How the text of one session becomes bytes and bytes become text. Immutable, for any thread.
 *
 * <p>Quoting works on characters, the server's lexer on bytes. So a text is only encoded if its ASCII characters, and
 * they alone, are ASCII bytes: else a part of a character would be a quote or a backslash (section 13.2).
 */
public final class TextEncoding {
    /** UTF-8, with malformed text reported. */
    public static final TextEncoding UTF_8 = new TextEncoding(StandardCharsets.UTF_8, MalformedText.REPORT);

    private static final char REPLACEMENT = '\ufffd';
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private final Charset charset;
    private final MalformedText malformed;

    private TextEncoding(Charset charset, MalformedText malformed) {
        this.charset = charset;
        this.malformed = malformed;
    }

    /** That of a session as the server describes it, by {@link TextPolicy#DEFAULT}. */
    public static TextEncoding of(ServerProfile profile) {
        return of(profile, TextPolicy.DEFAULT);
    }

    /**
     * That of a session.
     *
     * @throws TextEncodingException if nothing can be quoted safely in the session's encoding, or it has no charset
     */
    public static TextEncoding of(ServerProfile profile, TextPolicy policy) {
        String name = profile.clientEncoding();
        if (ServerEncoding.isDangerous(name)) {
            throw new TextEncodingException(
                    "nothing can be quoted safely while the session's encoding is " + name
                            + ": SET client_encoding = 'UNICODE'",
                    TextEncodingException.NOWHERE);
        }
        if (ServerEncoding.isUnconverted(name) || ServerEncoding.isUnconverted(profile.serverEncoding())) {
            return new TextEncoding(policy.unconverted(), policy.malformed());
        }
        Charset charset = ServerEncoding.charset(name)
                .orElseThrow(() -> new TextEncodingException(
                        "there is no charset for the session's encoding " + name, TextEncodingException.NOWHERE));
        return new TextEncoding(charset, policy.malformed());
    }

    /** Another charset, with malformed text treated the same. */
    public TextEncoding in(Charset other) {
        return new TextEncoding(other, malformed);
    }

    /** The charset. */
    public Charset charset() {
        return charset;
    }

    /**
     * The bytes of a text.
     *
     * @throws TextEncodingException if the charset lacks a character, or makes ASCII of one; an unpaired surrogate is no
     *     character
     */
    public Bytes encode(String text) {
        if (charset.equals(StandardCharsets.UTF_8) && wellFormed(text)) {
            return Bytes.utf8(text);
        }
        byte[] bytes = encoded(text);
        checkAscii(text, bytes);
        return Bytes.wrap(bytes);
    }

    private static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false; // or it cannot be told so easily
            }
        }
        return true;
    }

    private byte[] encoded(String text) {
        var encoder = charset.newEncoder();
        CharBuffer in = CharBuffer.wrap(text);
        ByteBuffer out = ByteBuffer.allocate(text.length() + 16);
        while (true) {
            CoderResult result = encoder.encode(in, out, true);
            if (result.isUnderflow()) {
                result = encoder.flush(out);
            }
            if (result.isUnderflow()) {
                byte[] bytes = new byte[out.flip().remaining()];
                out.get(bytes);
                return bytes;
            }
            if (result.isError()) {
                throw cannot(text, in.position(), "cannot be said in");
            }
            int more = (int) (in.remaining() * (double) encoder.maxBytesPerChar()) + 16;
            out = ByteBuffer.allocate(Math.addExact(out.position(), more)).put(out.flip());
        }
    }

    /** Java's EUC-JP makes a backslash of the yen sign, which would end a literal early. */
    private void checkAscii(String text, byte[] bytes) {
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < FIRST_BEYOND_ASCII) {
                at = nextAscii(bytes, at);
                if (at == bytes.length || bytes[at] != text.charAt(i)) {
                    throw cannot(text, culprit(text), "is not kept apart from ASCII by");
                }
                at++;
            }
        }
        if (nextAscii(bytes, at) != bytes.length) {
            throw cannot(text, culprit(text), "is not kept apart from ASCII by");
        }
    }

    private static int nextAscii(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] < 0) {
            at++;
        }
        return at;
    }

    private int culprit(String text) {
        int i = 0;
        while (i < text.length() && isKeptApart(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private boolean isKeptApart(int point) {
        byte[] bytes = Character.toString(point).getBytes(charset);
        return point < FIRST_BEYOND_ASCII
                ? bytes.length == 1 && bytes[0] == point
                : nextAscii(bytes, 0) == bytes.length;
    }

    private TextEncodingException cannot(String text, int position, String problem) {
        String character = position < text.length()
                ? "U+" + HexFormat.of().withUpperCase().toHexDigits(text.codePointAt(position), 6)
                : "the end";
        return new TextEncodingException(character + " at " + position + " " + problem + " " + charset, position);
    }

    /**
     * The text of a value.
     *
     * @throws TextEncodingException if the bytes are no text in the charset, and that is to be reported
     */
    public String decode(Bytes bytes) {
        String text = decodeLeniently(bytes);
        if (malformed == MalformedText.REPORT && text.indexOf(REPLACEMENT) >= 0) {
            checkWellFormed(bytes);
        }
        return text;
    }

    /** The text of what is only to be shown, such as errors: malformed parts become U+FFFD. */
    public String decodeLeniently(Bytes bytes) {
        return bytes.text(charset);
    }

    /** A replacement may also have been in the text. */
    private void checkWellFormed(Bytes bytes) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes.toByteArray());
        CharBuffer out = CharBuffer.allocate((int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int at = in.position();
            throw new TextEncodingException(
                    "byte " + HexFormat.of().toHexDigits(bytes.at(at)) + " at " + at + " is no text in " + charset, at);
        }
    }
}
