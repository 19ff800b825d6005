package io.github.pgtwo.console;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param flags the options without a value
 * @param connection what the options say about the server
 * @param target what a URI says about the server, if there is one
 * @param commands the SQL of each {@code -c}
 * @param separator what {@code -F} says
 * @param surplus the words that nobody wants
 */
record Options(
        Set<Flag> flags,
        Map<Parameter, String> connection,
        Map<Parameter, String> target,
        List<String> commands,
        String separator,
        List<String> surplus) {

    boolean has(Flag flag) {
        return flags.contains(flag);
    }
}
