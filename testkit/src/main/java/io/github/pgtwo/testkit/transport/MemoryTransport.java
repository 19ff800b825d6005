package io.github.pgtwo.testkit.transport;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Transport;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Both ends in memory: a transport, and where its connections arrive. For tests without sockets, and the smallest model
 * of a transport that keeps the contract. Its connections count as local and encrypted. Thread-safe.
 */
public class MemoryTransport implements ContractServer, Listener, Transport {
    private final BlockingQueue<ContractPeer> waiting = new LinkedBlockingQueue<>();

    /** Nobody is connected yet. */
    public MemoryTransport() {}

    @Override
    public Endpoint endpoint() {
        return new Endpoint.Custom(URI.create("memory:here"));
    }

    @Override
    public Endpoint deserted() {
        return new Endpoint.Custom(URI.create("memory:nowhere"));
    }

    @Override
    public Optional<Endpoint> silent() {
        return Optional.of(new Endpoint.Custom(URI.create("memory:silent")));
    }

    @Override
    public ContractPeer accept() throws IOException {
        try {
            return waiting.take();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean supports(Endpoint endpoint) {
        return endpoint.toString().startsWith("memory:");
    }

    @Override
    public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
        if (endpoint.equals(deserted())) {
            throw new IOException("nobody listens at " + endpoint);
        }
        if (!endpoint.equals(endpoint())) {
            throw new SocketTimeoutException("no answer from " + endpoint);
        }
        MemoryPipe there = new MemoryPipe();
        MemoryPipe back = new MemoryPipe(there);
        waiting.add(new MemoryPeer(there, back));
        return stream(back, there);
    }

    /** Closes nothing: who waits in {@link #accept} has to be interrupted. */
    @Override
    public void close() {}

    /** The transport's end. */
    ByteStream stream(MemoryPipe in, MemoryPipe out) {
        return new MemoryStream(in, out);
    }

    private record MemoryPeer(MemoryPipe in, MemoryPipe out) implements ContractPeer {
        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in.read(into, offset, length, 0);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
        }

        @Override
        public void abort() {
            in.breakOff();
            out.breakOff();
        }

        @Override
        public void close() {
            in.breakOff();
            out.end();
        }
    }
}
