package io.github.pgtwo.testkit.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import java.util.HexFormat;

/** Bytes as ASCII text: {@code \0a} for one that is not printable, {@code \(58:ab\)} for 58 times ab. */
final class Escaped {
    private final String text;
    private final WireWriter out = new WireWriter();
    private int at;

    private Escaped(String text) {
        this.text = text;
    }

    static Bytes bytes(String text) {
        Escaped escaped = new Escaped(text);
        while (escaped.at < text.length()) {
            escaped.next();
        }
        return escaped.out.take();
    }

    /** The same for people to read, without the short form of what is repeated. */
    static String text(Bytes bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); i++) {
            int value = bytes.at(i) & 0xff;
            if (value == '\\') {
                text.append("\\\\");
            } else if (value < ' ' || value > '~') {
                text.append('\\').append(HexFormat.of().toHexDigits((byte) value));
            } else {
                text.append((char) value);
            }
        }
        return text.toString();
    }

    private void next() {
        char first = text.charAt(at++);
        if (first != '\\') {
            out.int8(first);
            return;
        }
        switch (text.charAt(at)) {
            case '\\' -> out.int8(text.charAt(at++));
            case '(' -> repeated();
            default -> {
                out.int8(HexFormat.fromHexDigits(text, at, at + 2));
                at += 2;
            }
        }
    }

    private void repeated() {
        int colon = text.indexOf(':', at);
        int end = text.indexOf("\\)", colon);
        Bytes unit = bytes(text.substring(colon + 1, end));
        for (int i = Integer.parseInt(text.substring(at + 1, colon)); i > 0; i--) {
            out.bytes(unit);
        }
        at = end + 2;
    }
}
