package io.github.pgtwo.transport.tcp;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A proxy that speaks version 5 without passwords, and connects to one place whatever name it is asked for. */
final class SocksServer implements AutoCloseable {
    private static final byte[] NO_PASSWORD = {5, 0};
    private static final int ADDRESS_4 = 1;
    private static final int NAME = 3;

    private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final int port;
    private final int reply;

    /** Leads to a port of this machine; a reply other than 0 is a refusal. */
    SocksServer(int port, int reply) throws IOException {
        this.port = port;
        this.reply = reply;
        start(this::acceptAll);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /** What a client wanted to be connected to, as it said it. */
    String asked() throws InterruptedException {
        return asked.take();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // one of the two has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() throws IOException {
        while (true) {
            Socket client = listener.accept();
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.readByte();
            in.readNBytes(in.readByte());
            client.getOutputStream().write(NO_PASSWORD);
            in.readNBytes(3);
            asked.add(destination(in));
            client.getOutputStream().write(new byte[] {5, (byte) reply, 0, ADDRESS_4, 127, 0, 0, 1, 0, 0});
            if (reply == 0) {
                relay(client);
            }
        }
    }

    private static String destination(DataInputStream in) throws IOException {
        int kind = in.readByte();
        String host = kind == NAME
                ? new String(in.readNBytes(in.readByte()), StandardCharsets.US_ASCII)
                : InetAddress.getByAddress(in.readNBytes(kind == ADDRESS_4 ? 4 : 16))
                        .getHostAddress();
        return host + ":" + in.readUnsignedShort();
    }

    private void relay(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            start(() -> {
                client.getInputStream().transferTo(server.getOutputStream());
                server.shutdownOutput();
            });
            server.getInputStream().transferTo(client.getOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
