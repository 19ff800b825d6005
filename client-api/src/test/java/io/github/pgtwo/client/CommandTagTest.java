package io.github.pgtwo.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTagTest {
    @ParameterizedTest
    @CsvSource({
        "INSERT 24875 1, 1, 24875",
        "INSERT 0 3, 3,",
        "INSERT 4294967295 1, 1, 4294967295",
        "UPDATE 0, 0,",
        "SELECT, ,",
        "SELECT 18446744073, 18446744073,",
        "FETCH 2, 2,",
        "COPY 5, 5,",
        "CREATE 23572 1, ,",
        "LOCK TABLE, ,",
        "*ABORT STATE*, ,",
        "DELETE -1, ,",
        "DELETE 99999999999999999999, ,"
    })
    void numbers(String text, @Nullable Long rows, @Nullable Long oid) {
        CommandTag tag = CommandTag.parse(text);
        assertThat(tag.text()).isEqualTo(text);
        assertThat(tag.rows()).isEqualTo(rows == null ? OptionalLong.empty() : OptionalLong.of(rows));
        assertThat(tag.oid()).isEqualTo(oid == null ? OptionalLong.empty() : OptionalLong.of(oid));
    }
}
