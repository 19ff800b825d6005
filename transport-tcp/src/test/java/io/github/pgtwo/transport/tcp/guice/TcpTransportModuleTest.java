package io.github.pgtwo.transport.tcp.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.transport.tcp.TcpTransport;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TcpTransportModuleTest {

    @Test
    void contributesOneTransportHoweverOftenItIsInstalled() {
        Injector injector = Guice.createInjector(new TcpTransportModule(), new TcpTransportModule());
        Set<Transport> transports = injector.getInstance(Key.get(new TypeLiteral<Set<Transport>>() {}));
        assertThat(transports).hasExactlyElementsOfTypes(TcpTransport.class);
    }
}
