package io.github.pgtwo.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EndpointTest {
    @Test
    void endpointsPrintAsPeopleWriteThem() {
        assertThat(Endpoint.tcp("db.example", 5432)).hasToString("db.example:5432");
        assertThat(Endpoint.tcp("::1", 5432)).hasToString("[::1]:5432");
        assertThat(Endpoint.unix("/tmp", 5433)).hasToString("/tmp/.s.PGSQL.5433");
    }

    @Test
    void whatCannotBeAnEndpointIsRefused() {
        assertThatThrownBy(() -> Endpoint.tcp("", 5432)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Endpoint.tcp("a\0b", 5432)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Endpoint.tcp("a", 0)).hasMessageContaining("port 0");
        assertThatThrownBy(() -> Endpoint.unix("/tmp", 65536)).hasMessageContaining("port 65536");
    }
}
