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
        assertThatThrownBy(() -> Endpoint.unix("", 5432)).hasMessageContaining("directory is empty");
        assertThatThrownBy(() -> Endpoint.unix("/tmp", 65536)).hasMessageContaining("port 65536");
    }

    @Test
    void anAtSignMakesAnAbstractName() {
        assertThat(Endpoint.unix("@name", 5432)).hasToString("@name/.s.PGSQL.5432");
        assertThat(new Endpoint.Unix("@name").isAbstract()).isTrue();
        assertThat(new Endpoint.Unix("./@name").isAbstract()).isFalse();
        assertThat(new Endpoint.Unix("/tmp/@").isAbstract()).isFalse();
    }
}
