package io.github.pgtwo.testkit.proxy;

import java.io.IOException;
import java.net.Socket;

/** One connection through the proxy. */
final class Link {
    private static final int ROOM = 16 * 1024;

    private final Socket client;
    private final Socket server;

    Link(Socket client, Socket server) throws IOException {
        this.client = client;
        this.server = server;
        // one write is one segment, as far as TCP allows
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start(Direction toServer, Direction toClient) {
        Threads.start("fault-proxy-to-server", () -> pump(client, server, toServer));
        Threads.start("fault-proxy-to-client", () -> pump(server, client, toClient));
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

    void cut() {
        close(client);
        close(server);
    }

    void reset() {
        reset(client);
        reset(server);
    }

    static void reset(Socket socket) {
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
