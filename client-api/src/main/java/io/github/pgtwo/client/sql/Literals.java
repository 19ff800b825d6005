package io.github.pgtwo.client.sql;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes arguments as literals that a server reads as what they are, whatever {@code standard_conforming_strings} is set
 * to (protocol 2.0, section 13.1). Blanks around, and parentheses around what has a type, keep them apart from their
 * surroundings (13.4).
 */
final class Literals {
    private final StringBuilder out;
    private final ServerProfile profile;
    private final TextEncoding encoding;

    Literals(StringBuilder out, ServerProfile profile, TextEncoding encoding) {
        this.out = out;
        this.profile = profile;
        this.encoding = encoding;
    }

    /** Adds an argument. */
    void put(@Nullable Object argument) {
        out.append(' ');
        if (argument == null) {
            out.append("NULL");
        } else if (argument instanceof Identifier name) {
            out.append(checked(name.quoted(profile)));
        } else if (argument instanceof ValueList list) {
            putAll(list.values());
        } else if (argument instanceof Integer number && number >= 0) {
            out.append(number.intValue()); // so that it can stand where a server expects a number and nothing else
        } else if (argument instanceof List<?> elements) {
            putTyped(ArrayTextWriter.of(elements, profile));
        } else {
            putTyped(ValueText.of(argument, profile));
        }
        out.append(' ');
    }

    private void putAll(List<@Nullable Object> values) {
        out.append('(');
        String separator = "";
        for (Object value : values) {
            out.append(separator);
            put(value);
            separator = ",";
        }
        out.append(')');
    }

    private void putTyped(ValueText value) {
        if (value.type().isEmpty()) {
            putQuoted(value.text());
        } else {
            out.append('(');
            putQuoted(value.text());
            out.append("::").append(value.type()).append(')');
        }
    }

    private void putQuoted(String text) {
        checked(text);
        boolean escapes = text.indexOf('\\') >= 0;
        if (escapes && profile.has(ServerTrait.ESCAPE_STRINGS)) {
            out.append('E');
        }
        out.append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '\\') {
                out.append(c);
            }
            out.append(c);
        }
        out.append('\'');
    }

    private String checked(String text) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new IllegalArgumentException("no text can have a NUL, as at " + nul);
        }
        encoding.encode(text);
        return text;
    }
}
