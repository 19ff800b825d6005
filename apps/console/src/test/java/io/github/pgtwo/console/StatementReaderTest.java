package io.github.pgtwo.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementReaderTest {
    @Test
    void endsTextsWhereLinesEndWithASemicolon() {
        assertThat(texts("a; b;\nc\n; \n\nd")).containsExactly("a; b;\n", "c\n; \n", "\nd\n");
    }

    @Test
    void skipsABlankEnd() {
        assertThat(texts("")).isEmpty();
        assertThat(texts("a;\n \n")).containsExactly("a;\n");
    }

    private static List<String> texts(String input) {
        var reader = new StatementReader(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        List<String> texts = new ArrayList<>();
        for (String text = reader.next(); text != null; text = reader.next()) {
            texts.add(text);
        }
        return texts;
    }
}
