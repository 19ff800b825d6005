package io.github.pgtwo.transport.unix;

import io.github.pgtwo.testkit.transport.TransportContract;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class UnixContractTest {
    private static final int CONNECTIONS = 10_000;

    private static UnixServer server;

    @BeforeAll
    static void listen() throws IOException {
        server = new UnixServer();
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> jnrKeepsTheContract() {
        return checks(UnixTransport.jnr());
    }

    @TestFactory
    Stream<DynamicTest> theJdkKeepsTheContract() {
        return checks(UnixTransport.jdk());
    }

    private static Stream<DynamicTest> checks(UnixTransport transport) {
        return new TransportContract(transport, server)
                .withConnections(CONNECTIONS).checks().stream()
                        .map(check -> DynamicTest.dynamicTest(check.name(), check::run));
    }
}
