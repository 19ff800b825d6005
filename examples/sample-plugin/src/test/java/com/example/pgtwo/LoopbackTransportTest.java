package com.example.pgtwo;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.transport.ContractPeer;
import io.github.pgtwo.testkit.transport.ContractServer;
import io.github.pgtwo.testkit.transport.Listener;
import io.github.pgtwo.testkit.transport.TransportContract;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class LoopbackTransportTest {
    private static Server server;

    @BeforeAll
    static void listen() throws IOException {
        server = new Server(Listener.tcp(), deserted());
    }

    private static Endpoint deserted() throws IOException {
        try (Listener unused = Listener.tcp()) {
            return loopback(unused.endpoint());
        }
    }

    private static Endpoint loopback(Endpoint endpoint) {
        return new Endpoint.Custom(URI.create("loopback:" + ((Endpoint.Tcp) endpoint).port()));
    }

    @AfterAll
    static void close() throws IOException {
        server.listener().close();
    }

    @TestFactory
    Stream<DynamicTest> keepsTheContract() {
        return new TransportContract(new LoopbackTransport(), server)
                .checks().stream().map(check -> DynamicTest.dynamicTest(check.name(), check::run));
    }

    private record Server(Listener listener, Endpoint deserted) implements ContractServer {
        @Override
        public Endpoint endpoint() {
            return loopback(listener.endpoint());
        }

        @Override
        public ContractPeer accept() throws IOException {
            return listener.accept();
        }

        @Override
        public Optional<Endpoint> silent() {
            return Optional.empty();
        }
    }
}
