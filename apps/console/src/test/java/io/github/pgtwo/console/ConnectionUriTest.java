package io.github.pgtwo.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUriTest {
    @Test
    void findsEveryPart() {
        assertThat(ConnectionUri.parse("postgresql://joe:pass@db.example:5433/app"))
                .isEqualTo(Map.of(
                        Parameter.USER,
                        "joe",
                        Parameter.PASSWORD,
                        "pass",
                        Parameter.HOST,
                        "db.example",
                        Parameter.PORT,
                        "5433",
                        Parameter.DATABASE,
                        "app"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://", "postgres:///", "postgresql://?", "postgresql:///?", "postgresql://:@:/"})
    void needsNoPart(String uri) {
        assertThat(ConnectionUri.parse(uri)).isEmpty();
    }

    @Test
    void takesOddPlaces() {
        assertThat(ConnectionUri.parse("postgresql://[::1]:5433"))
                .isEqualTo(Map.of(Parameter.HOST, "::1", Parameter.PORT, "5433"));
        assertThat(ConnectionUri.parse("postgresql://%2Fvar%2Frun/app"))
                .isEqualTo(Map.of(Parameter.HOST, "/var/run", Parameter.DATABASE, "app"));
        assertThat(ConnectionUri.parse("postgresql://joe@")).isEqualTo(Map.of(Parameter.USER, "joe"));
    }

    @Test
    void decodesPercentSignsOnly() {
        assertThat(ConnectionUri.parse("postgresql://a%40b:c+d%3A%2F@h/%c3%A4"))
                .isEqualTo(Map.of(
                        Parameter.USER,
                        "a@b",
                        Parameter.PASSWORD,
                        "c+d:/",
                        Parameter.HOST,
                        "h",
                        Parameter.DATABASE,
                        "\u00e4"));
    }

    @Test
    void takesParameters() {
        assertThat(ConnectionUri.parse("postgresql://?host=/tmp&user=a@b&options=-c%20geqo%3Doff&connect_timeout=5"))
                .isEqualTo(Map.of(
                        Parameter.HOST,
                        "/tmp",
                        Parameter.USER,
                        "a@b",
                        Parameter.OPTIONS,
                        "-c geqo=off",
                        Parameter.CONNECT_TIMEOUT,
                        "5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://u:secret@[::1",
                "postgresql://u:secret@[]",
                "postgresql://u:secret@[::1]x",
                "postgresql://u:secret%2",
                "postgresql://u:secret%zz@h",
                "postgresql://u:secret%00@h",
                "postgresql://u:secret@h/?port",
            })
    void refusesNonsenseWithoutShowingPasswords(String uri) {
        assertThatThrownBy(() -> ConnectionUri.parse(uri))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("malformed connection URI")
                .hasMessageNotContaining("secret");
    }

    @Test
    void namesTheParameterThatItDoesNotKnow() {
        assertThatThrownBy(() -> ConnectionUri.parse("postgresql://h/?sslmode=require"))
                .hasMessage("invalid URI query parameter: \"sslmode\"");
    }
}
