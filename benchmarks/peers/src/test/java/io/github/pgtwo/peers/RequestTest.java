package io.github.pgtwo.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.peers.client.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
    @Test
    void namesNumbersAndOptionsInAnyOrder() {
        Request request =
                Request.parse(new String[] {"pgtwo", "-n", "3", "rows", "-o", "-Xint", "hand", "cold", "-o", "-ea"});
        assertThat(request.sections()).extracting(Section::name).containsExactly("rows", "cold");
        assertThat(request.peers()).containsExactly(Peer.PGTWO, Peer.HAND);
        assertThat(request.runs().repetitions()).isEqualTo(3);
        assertThat(request.runs().options()).containsExactly("-Xint", "-ea");
    }

    @Test
    void nothingIsEverything() {
        Request request = Request.parse(new String[0]);
        assertThat(request.sections()).isEqualTo(Sections.ALL);
        assertThat(request.peers()).containsExactly(Peer.values());
        assertThat(request.runs().repetitions()).isEqualTo(5);
    }

    @Test
    void aTableThatWouldBeEmptyIsNotMeasured() {
        assertThatThrownBy(() -> Request.parse(new String[] {"rows", "growth", "drain"}))
                .hasMessageContaining("none of these clients is in the table growth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-n 0", "-n -1", "-n x", "-n 99999"})
    void repetitionsAreANumber(String arguments) {
        assertThatThrownBy(() -> Request.parse(arguments.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-n takes a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-n", "-o", "frob", "rows PGTWO", "--help"})
    void whatIsUnknownIsToldHow(String arguments) {
        assertThatThrownBy(() -> Request.parse(arguments.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tables: rows recorded")
                .hasMessageContaining("clients: drain hand");
    }
}
