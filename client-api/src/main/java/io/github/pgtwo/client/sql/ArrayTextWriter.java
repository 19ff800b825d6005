package io.github.pgtwo.client.sql;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerTrait;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the text that array types read (protocol 2.0, section 12.3). */
final class ArrayTextWriter {
    private final ServerProfile profile;
    private final StringBuilder text = new StringBuilder();
    private @Nullable String type;

    private ArrayTextWriter(ServerProfile profile) {
        this.profile = profile;
    }

    /** An array, of whose elements all have one type, and all of one level the same length. */
    static ValueText of(List<?> elements, ServerProfile profile) {
        ArrayTextWriter array = new ArrayTextWriter(profile);
        array.putAll(elements);
        String type = array.type == null ? "" : array.type;
        return new ValueText(array.text.toString(), type.isEmpty() ? "" : type + "[]");
    }

    private void putAll(List<?> elements) {
        checkRegular(elements);
        text.append('{');
        String separator = "";
        for (Object element : elements) {
            text.append(separator);
            separator = ",";
            if (element instanceof List<?> inner) {
                putAll(inner);
            } else {
                putElement(element);
            }
        }
        text.append('}');
    }

    private static void checkRegular(List<?> elements) {
        int length = length(elements.isEmpty() ? null : elements.get(0));
        for (Object element : elements) {
            if (length(element) != length || length == 0) {
                throw new IllegalArgumentException("is an array with inner arrays of different or no length");
            }
        }
    }

    /** That of an inner array; -1 for an element. */
    private static int length(@Nullable Object element) {
        return element instanceof List<?> inner ? inner.size() : -1;
    }

    private void putElement(@Nullable Object element) {
        if (element != null) {
            ValueText value = ValueText.of(element, profile);
            checkType(value.type());
            putQuoted(value.text());
        } else if (profile.has(ServerTrait.NULLS_IN_ARRAYS)) {
            text.append("NULL");
        } else {
            throw new IllegalArgumentException("has a NULL, which arrays cannot have before 8.2");
        }
    }

    private void checkType(String next) {
        if (type != null && !type.equals(next)) {
            throw new IllegalArgumentException("has elements of different types");
        }
        type = next;
    }

    private void putQuoted(String element) {
        text.append('"');
        for (int i = 0; i < element.length(); i++) {
            char c = element.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
    }
}
