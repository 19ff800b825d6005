package io.github.pgtwo.transport.unix;

import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.testkit.transport.ContractPeer;
import io.github.pgtwo.testkit.transport.ContractServer;
import io.github.pgtwo.testkit.transport.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Listens through the sockets of the JDK, and has a path where nobody does, and one where nobody is let in. */
final class UnixServer implements ContractServer, AutoCloseable {
    private final Listener listener = Listener.unix();
    private final Path directory = Files.createTempDirectory("pgtwo");
    private final FullQueue full = new FullQueue(directory.resolve("full"));

    UnixServer() throws IOException {}

    @Override
    public Endpoint endpoint() {
        return listener.endpoint();
    }

    @Override
    public ContractPeer accept() throws IOException {
        return listener.accept();
    }

    @Override
    public Endpoint deserted() {
        return new Endpoint.Unix(directory.resolve("deserted").toString());
    }

    @Override
    public Optional<Endpoint> silent() {
        return Optional.of(new Endpoint.Unix(full.path().toString()));
    }

    @Override
    public void close() throws IOException {
        listener.close();
        full.close();
        Files.delete(directory);
    }
}
