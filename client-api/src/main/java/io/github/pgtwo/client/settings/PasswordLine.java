package io.github.pgtwo.client.settings;

import java.util.Arrays;
import java.util.List;

/** One line of a {@link PasswordFile}, walked field by field; bytes, since a password may be in any encoding. */
final class PasswordLine {
    private final byte[] content;
    private final int end;
    private final boolean comment;
    private int at;

    PasswordLine(byte[] content, int start, int lineEnd) {
        this.content = content;
        at = start;
        comment = lineEnd > start && content[start] == '#';
        int last = lineEnd;
        while (last > start && content[last - 1] == '\r') {
            last--;
        }
        end = last;
    }

    /** Whether all fields in front of the password are as wanted; afterwards the password comes next. */
    boolean matches(List<byte[]> wanted) {
        return !comment && wanted.stream().allMatch(this::takes);
    }

    /** Goes past the next field and its colon, if it is a star or this text. */
    private boolean takes(byte[] wanted) {
        if (at + 1 < end && content[at] == '*' && content[at + 1] == ':') {
            at += 2;
            return true;
        }
        for (byte each : wanted) {
            skipBackslash();
            if (at >= end || content[at] != each) {
                return false;
            }
            at++;
        }
        return at < end && content[at++] == ':';
    }

    /** Up to the next colon, without the backslashes that make ordinary characters of others. */
    byte[] password() {
        byte[] password = new byte[end - at];
        int length = 0;
        while (at < end && content[at] != ':') {
            if (at + 1 < end) {
                skipBackslash();
            }
            password[length++] = content[at++];
        }
        byte[] exact = Arrays.copyOf(password, length);
        Arrays.fill(password, (byte) 0);
        return exact;
    }

    private void skipBackslash() {
        if (at < end && content[at] == '\\') {
            at++;
        }
    }
}
