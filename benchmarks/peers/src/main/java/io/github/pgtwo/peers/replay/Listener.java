package io.github.pgtwo.peers.replay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Listens on a port of its own and serves one client behind the other. */
abstract class Listener implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    Listener() throws IOException {}

    /** What may fail because somebody has closed. */
    @FunctionalInterface
    interface Talk {
        void run() throws IOException;
    }

    static void quietly(Talk talk) {
        try {
            talk.run();
        } catch (IOException e) {
            // the other side has ended, as its own program tells
        }
    }

    final void start() {
        Thread thread = new Thread(() -> quietly(this::serveAll), "listener");
        thread.setDaemon(true);
        thread.start();
    }

    private void serveAll() throws IOException {
        while (true) {
            try (Socket client = listening.accept()) {
                client.setTcpNoDelay(true);
                quietly(() -> serve(client));
            }
        }
    }

    /** Talks to a client up to its end. */
    abstract void serve(Socket client) throws IOException;

    /** Where it listens. */
    public final int port() {
        return listening.getLocalPort();
    }

    @Override
    public final void close() throws IOException {
        listening.close();
    }
}
