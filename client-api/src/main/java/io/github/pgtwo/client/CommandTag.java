package io.github.pgtwo.client;

import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tag says (section 6): a command, and for some commands numbers behind it.
 *
 * @param text the whole tag
 * @param rows how many rows were affected or returned, where the server tells
 * @param oid the OID of the row that was inserted; none unless it was one row with an OID
 */
record CommandTag(String text, OptionalLong rows, OptionalLong oid) {
    /** CREATE of 7.0 has numbers that mean nothing. */
    private static final Set<String> COUNTED =
            Set.of("INSERT", "UPDATE", "DELETE", "SELECT", "FETCH", "MOVE", "COPY", "MERGE");

    private static final Pattern NUMBERS = Pattern.compile("([A-Z]+)(?: (\\d{1,10}))? (\\d{1,18})");

    static CommandTag parse(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches() || !COUNTED.contains(numbers.group(1))) {
            return new CommandTag(text, OptionalLong.empty(), OptionalLong.empty());
        }
        OptionalLong rows = OptionalLong.of(Long.parseLong(numbers.group(3)));
        long oid = numbers.group(2) == null ? 0 : Long.parseLong(numbers.group(2));
        return new CommandTag(text, rows, oid == 0 ? OptionalLong.empty() : OptionalLong.of(oid));
    }
}
