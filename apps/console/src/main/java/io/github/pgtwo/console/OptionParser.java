package io.github.pgtwo.console;

import io.github.pgtwo.client.settings.ConnectionSettings;
import io.github.pgtwo.client.settings.Setting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads a command line in the way of getopt_long: options and other words in any order. */
final class OptionParser {
    private final Deque<String> words;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private ConnectionSettings connection = ConnectionSettings.NONE;
    private ConnectionSettings target = ConnectionSettings.NONE;
    private final List<String> commands = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();
    private String separator = "|";
    private boolean databaseKnown;

    private OptionParser(List<String> arguments) {
        words = new ArrayDeque<>(arguments);
    }

    /** Throws {@link UsageException} or {@link io.github.pgtwo.client.error.PgSettingsException}. */
    static Options parse(List<String> arguments) {
        var parser = new OptionParser(arguments);
        while (!parser.words.isEmpty()) {
            parser.read(parser.words.remove());
        }
        List<String> surplus = parser.placeOperands();
        return new Options(parser.flags, parser.connection, parser.target, parser.commands, parser.separator, surplus);
    }

    private void read(String word) {
        if (word.equals("--")) {
            operands.addAll(words);
            words.clear();
        } else if (word.startsWith("--")) {
            readLong(word.substring(2));
        } else if (word.startsWith("-") && word.length() > 1) {
            readShort(word.substring(1));
        } else {
            operands.add(word);
        }
    }

    private void readLong(String text) {
        String[] nameAndValue = text.split("=", 2);
        Flag flag = Flag.ofWord(nameAndValue[0]);
        boolean valueGiven = nameAndValue.length == 2;
        if (!flag.takesValue() && valueGiven) {
            throw new UsageException("option '" + flag.word() + "' doesn't allow an argument");
        }
        accept(flag, valueGiven ? nameAndValue[1] : valueOf(flag, "option '" + flag.word() + "' requires an argument"));
    }

    private void readShort(String letters) {
        for (int i = 0; i < letters.length(); i++) {
            Flag flag = Flag.ofLetter(letters.charAt(i));
            if (flag.takesValue() && i + 1 < letters.length()) {
                accept(flag, letters.substring(i + 1));
                return;
            }
            accept(flag, valueOf(flag, "option requires an argument -- '" + letters.charAt(i) + "'"));
        }
    }

    private String valueOf(Flag flag, String complaint) {
        if (!flag.takesValue()) {
            return "";
        }
        if (words.isEmpty()) {
            throw new UsageException(complaint);
        }
        return words.remove();
    }

    private void accept(Flag flag, String value) {
        switch (flag) {
            case COMMAND -> commands.add(value);
            case DBNAME -> database(value);
            case HOST -> say(Setting.HOST, value);
            case PORT -> say(Setting.PORT, value);
            case USERNAME -> say(Setting.USER, value);
            case FIELD_SEPARATOR -> separator = value;
            default -> flags.add(flag);
        }
    }

    private void say(Setting setting, String value) {
        connection = connection.with(setting, value);
    }

    private void database(String value) {
        databaseKnown = true;
        target = ConnectionSettings.NONE;
        if (ConnectionSettings.isConnectionString(value)) {
            target = ConnectionSettings.parse(value);
        } else {
            say(Setting.DBNAME, value);
        }
    }

    private List<String> placeOperands() {
        List<String> surplus = new ArrayList<>();
        for (String operand : operands) {
            if (!databaseKnown) {
                database(operand);
            } else if (connection.get(Setting.USER).isEmpty()) {
                say(Setting.USER, operand);
            } else {
                surplus.add(operand);
            }
        }
        return surplus;
    }
}
