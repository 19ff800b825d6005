package io.github.pgtwo.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a command line in the way of getopt_long: options and other words in any order. */
final class OptionParser {
    private final Deque<String> words;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final Map<Parameter, String> connection = new EnumMap<>(Parameter.class);
    private final Map<Parameter, String> target = new EnumMap<>(Parameter.class);
    private final List<String> commands = new ArrayList<>();
    private final List<String> operands = new ArrayList<>();
    private String separator = "|";
    private boolean databaseKnown;

    private OptionParser(List<String> arguments) {
        words = new ArrayDeque<>(arguments);
    }

    /** Throws {@link UsageException} or {@link SettingsException}. */
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
            case HOST -> connection.put(Parameter.HOST, value);
            case PORT -> connection.put(Parameter.PORT, value);
            case USERNAME -> connection.put(Parameter.USER, value);
            case FIELD_SEPARATOR -> separator = value;
            default -> flags.add(flag);
        }
    }

    private void database(String value) {
        databaseKnown = true;
        target.clear();
        if (ConnectionUri.isOne(value)) {
            target.putAll(ConnectionUri.parse(value));
        } else if (value.contains("=")) {
            throw new SettingsException("a list of key=value is not supported: give a postgresql:// URI");
        } else {
            connection.put(Parameter.DATABASE, value);
        }
    }

    private List<String> placeOperands() {
        List<String> surplus = new ArrayList<>();
        for (String operand : operands) {
            if (!databaseKnown) {
                database(operand);
            } else if (connection.putIfAbsent(Parameter.USER, operand) != null) {
                surplus.add(operand);
            }
        }
        return surplus;
    }
}
