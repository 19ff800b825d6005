package io.github.pgtwo.client.profile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The release of a server, as {@code select version()} tells (protocol 2.0, section 11.4).
 *
 * @param number the first two numbers up to 9.6, as 100 times the first plus the second: 604 for 6.4.2, 906 for 9.6.24;
 *     from 10 on 100 times the first, as in 1300 for 13.14
 * @param text what the server said, or how the release was stated
 */
public record ServerVersion(int number, String text) implements Comparable<ServerVersion> {
    private static final Pattern RELEASE = Pattern.compile("(?<![\\d.])(\\d{1,3})(?:\\.(\\d{1,3}))?");
    private static final int RELEASES_OF_ONE_NUMBER = 10;
    private static final int HUNDRED = 100;

    /** Checks the range: protocol 2.0 has been spoken from 6.4 on. */
    public ServerVersion {
        if (number < HUNDRED || number > HUNDRED * HUNDRED) {
            throw new IllegalArgumentException("there is no release " + number + " of the server");
        }
    }

    /** The first number in the text that looks like a release: {@code PostgreSQL 7.4beta5 on ...} is 704. */
    public static Optional<ServerVersion> parse(String text) {
        Matcher release = RELEASE.matcher(text);
        if (!release.find()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(release.group(1));
        boolean two = first < RELEASES_OF_ONE_NUMBER && release.group(2) != null;
        int number = first * HUNDRED + (two ? Integer.parseInt(release.group(2)) : 0);
        return number < HUNDRED ? Optional.empty() : Optional.of(new ServerVersion(number, text));
    }

    @Override
    public int compareTo(ServerVersion other) {
        return Integer.compare(number, other.number);
    }

    /** The release alone, such as {@code 7.3} or {@code 13}. */
    public String release() {
        int first = number / HUNDRED;
        return first < RELEASES_OF_ONE_NUMBER ? first + "." + number % HUNDRED : Integer.toString(first);
    }
}
