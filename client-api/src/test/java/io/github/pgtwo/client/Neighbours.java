package io.github.pgtwo.client;

import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Transport;
import io.github.pgtwo.testkit.backend.Script;
import io.github.pgtwo.testkit.backend.ScriptedBackend;
import io.github.pgtwo.testkit.transport.MemoryTransport;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scripted servers in memory under the names of hosts; nobody is at home under any other name. */
final class Neighbours implements Transport, AutoCloseable {
    private final Map<String, Script> homes = new HashMap<>();
    private final List<String> tried = new ArrayList<>();
    private final List<ScriptedBackend> started = new ArrayList<>();

    Neighbours at(String host, Script script) {
        homes.put(host, script);
        return this;
    }

    /** Whom somebody wanted to talk to, in this order. */
    List<String> tried() {
        return tried;
    }

    @Override
    public String name() {
        return "neighbours";
    }

    @Override
    public boolean supports(Endpoint endpoint) {
        return endpoint instanceof Endpoint.Tcp;
    }

    @Override
    public ByteStream open(Endpoint endpoint, Duration connectTimeout) throws IOException {
        String host = ((Endpoint.Tcp) endpoint).host();
        tried.add(host);
        if (!homes.containsKey(host)) {
            throw new ConnectException("nobody is at home");
        }
        MemoryTransport memory = new MemoryTransport();
        started.add(ScriptedBackend.on(memory, Duration.ofSeconds(10), homes.get(host)));
        return memory.open(memory.endpoint(), connectTimeout);
    }

    @Override
    public void close() throws IOException {
        for (ScriptedBackend backend : started) {
            backend.close();
        }
    }
}
