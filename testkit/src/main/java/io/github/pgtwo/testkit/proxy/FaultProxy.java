package io.github.pgtwo.testkit.proxy;

import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A TCP proxy that hands on everything, until the test says otherwise:
 *
 * <pre>{@code
 * try (FaultProxy proxy = FaultProxy.to("localhost", 5432)) {
 *     // let the driver connect to proxy.endpoint()
 *     proxy.toClient().cutAfter(100);
 * }
 * }</pre>
 *
 * <p>What is said to a {@link Direction} holds for all connections, those to come included; counts are those of all
 * connections together. When one side closes or breaks off, the other one sees the same. Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final InetSocketAddress server;
    private final Direction toServer = new Direction();
    private final Direction toClient = new Direction();
    private final List<Link> links = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private FaultProxy(InetSocketAddress server) throws IOException {
        this.server = server;
    }

    /** A proxy on a free port of the loopback address; connects to the server for each of its connections. */
    public static FaultProxy to(String host, int port) throws IOException {
        FaultProxy proxy = new FaultProxy(new InetSocketAddress(host, port));
        Threads.start("fault-proxy", proxy::accept);
        return proxy;
    }

    /** Where the driver has to connect. */
    public Endpoint endpoint() {
        return Endpoint.tcp(listener.getInetAddress().getHostAddress(), listener.getLocalPort());
    }

    /** What the driver sends. */
    public Direction toServer() {
        return toServer;
    }

    /** What the server sends. */
    public Direction toClient() {
        return toClient;
    }

    /** Closes all connections in good order, on both sides; new ones are let in. */
    public void cut() {
        links.forEach(Link::cut);
    }

    /** Breaks all connections, on both sides; new ones are let in. */
    public void reset() {
        links.forEach(Link::reset);
    }

    private void accept() throws IOException {
        while (true) {
            Link link = new Link(listener.accept());
            links.removeIf(Link::over);
            links.add(link);
            if (closed) {
                link.reset();
            }
            link.start(server, toServer, toClient);
        }
    }

    /** Lets nobody in any more and breaks all connections. */
    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        toServer.resume();
        toClient.resume();
        reset();
    }
}
