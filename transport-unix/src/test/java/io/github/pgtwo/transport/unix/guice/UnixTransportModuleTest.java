package io.github.pgtwo.transport.unix.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.transport.unix.UnixTransport;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnixTransportModuleTest {

    @Test
    void contributesOneTransportHoweverOftenItIsInstalled() {
        Injector injector = Guice.createInjector(new UnixTransportModule(), new UnixTransportModule());
        Set<Transport> transports = injector.getInstance(Key.get(new TypeLiteral<Set<Transport>>() {}));
        assertThat(transports).hasExactlyElementsOfTypes(UnixTransport.class);
    }
}
