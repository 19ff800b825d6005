package io.github.pgtwo.transport.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A listener that accepts nobody and has no room for more: who connects hears nothing at all. */
final class FullQueue implements AutoCloseable {
    private static final int ENOUGH = 100;

    private final ServerSocket listener;
    private final List<Socket> queued = new ArrayList<>();

    /** Port 0 takes any that is free. */
    FullQueue(InetAddress address, int port) throws IOException {
        listener = new ServerSocket(port, 1, address);
        while (hasRoom()) {
            if (queued.size() > ENOUGH) {
                throw new IOException("the queue has no end");
            }
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    private boolean hasRoom() throws IOException {
        Socket socket = new Socket();
        queued.add(socket);
        try {
            socket.connect(new InetSocketAddress(listener.getInetAddress(), port()), 300);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : queued) {
            socket.close();
        }
        listener.close();
    }
}
