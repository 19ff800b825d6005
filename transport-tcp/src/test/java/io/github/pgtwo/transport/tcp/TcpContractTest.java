package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.testkit.transport.TransportContract;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TcpContractTest {
    private static final int CONNECTIONS = 10_000;

    private static TcpServer server;

    @BeforeAll
    static void listen() throws IOException {
        server = new TcpServer();
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return new TransportContract(new TcpTransport(), server)
                .withConnections(CONNECTIONS).checks().stream()
                        .map(check -> DynamicTest.dynamicTest(check.name(), check::run));
    }
}
