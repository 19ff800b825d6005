package io.github.pgtwo.peers.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Stands between one client and a server, and writes down what they say. */
public final class Recorder extends Listener {
    private final Recording recording = new Recording();
    private final int serverPort;

    /** In front of a server on this machine. */
    public Recorder(int serverPort) throws IOException {
        this.serverPort = serverPort;
        start();
    }

    /** What was said, to be asked for when the client has ended. */
    public Recording recording() {
        return recording;
    }

    @Override
    void serve(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            server.setTcpNoDelay(true);
            Thread answers = new Thread(() -> quietly(() -> pass(server, client, recording::server)), "answers");
            answers.setDaemon(true);
            answers.start();
            pass(client, server, recording::client);
        }
    }

    /** Somebody who writes down. */
    @FunctionalInterface
    private interface Scribe {
        void write(byte[] from, int length);
    }

    private static void pass(Socket from, Socket to, Scribe scribe) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[64 << 10];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            scribe.write(buffer, count);
            out.write(buffer, 0, count);
        }
    }
}
