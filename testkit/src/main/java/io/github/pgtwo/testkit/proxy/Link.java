package io.github.pgtwo.testkit.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection through the proxy. */
final class Link {
    private static final int ROOM = 16 * 1024;

    private static final int CONNECT_MILLIS = 10_000;
    private static final int BOTH = 2;

    private final Socket client;
    private final Socket server = new Socket();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    Link(Socket client) {
        this.client = client;
    }

    /** Connects; if that fails the driver sees a connection that breaks off, and the next one may fare better. */
    void start(InetSocketAddress address, Direction toServer, Direction toClient) {
        try {
            server.connect(address, CONNECT_MILLIS);
            // one write is one segment, as far as TCP allows
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        } catch (IOException e) {
            reset();
            return;
        }
        Threads.start("fault-proxy-to-server", () -> pump(client, server, toServer));
        Threads.start("fault-proxy-to-client", () -> pump(server, client, toClient));
    }

    /** Whether both sides have ended, or it was broken off. */
    boolean over() {
        return over.get();
    }

    private void pump(Socket from, Socket to, Direction direction) {
        byte[] bytes = new byte[ROOM];
        try {
            int count;
            while ((count = from.getInputStream().read(bytes)) >= 0) {
                if (!handOn(bytes, count, to, direction)) {
                    return;
                }
            }
            to.shutdownOutput();
            if (ended.incrementAndGet() == BOTH) {
                cut();
            }
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the connection is still there afterwards. */
    private boolean handOn(byte[] bytes, int count, Socket to, Direction direction)
            throws IOException, InterruptedException {
        for (int at = 0; at < count; ) {
            Direction.Turn turn = direction.next(count - at);
            to.getOutputStream().write(bytes, at, turn.handedOn());
            at += turn.handedOn() + turn.lost();
            switch (turn.then()) {
                case CUT -> cut();
                case RESET -> reset();
                case NONE, STALL, DROP -> {
                    continue;
                }
            }
            return false;
        }
        return true;
    }

    /** The threads that this wakes must not make a break of it. */
    void cut() {
        if (over.compareAndSet(false, true)) {
            close(client);
            close(server);
        }
    }

    void reset() {
        if (over.compareAndSet(false, true)) {
            reset(client);
            reset(server);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // it is closed already
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is over anyhow
        }
    }
}
