package io.github.pgtwo.console;

import io.github.pgtwo.client.settings.ConnectionSettings;
import java.util.List;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param flags the options without a value
 * @param connection what the options say about the server
 * @param target what a connection string says about it, if there is one; as in psql, that counts more
 * @param commands the SQL of each {@code -c}
 * @param separator what {@code -F} says
 * @param surplus the words that nobody wants
 */
record Options(
        Set<Flag> flags,
        ConnectionSettings connection,
        ConnectionSettings target,
        List<String> commands,
        String separator,
        List<String> surplus) {

    boolean has(Flag flag) {
        return flags.contains(flag);
    }
}
