package io.github.pgtwo.verify.kerberos;

import io.github.pgtwo.spi.Endpoint;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Takes one connection to a server, counts what the client says, and alters what the server proves itself with. */
final class Middleman implements AutoCloseable {
    /** The request for Kerberos, the answer to the versions, and the length of no error. */
    private static final int BEFORE_THE_PROOF = 5 + 1 + 4;

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Integer> said = new CompletableFuture<>();

    /** With what is handed on instead of the server's AP-REP and its length. */
    Middleman(int port, UnaryOperator<byte[]> altered) throws IOException {
        start("middleman-to-server", () -> {
            try (Socket client = listener.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                start("middleman-to-client", () -> alter(server, client.getOutputStream(), altered));
                said.complete(handOn(client, server.getOutputStream()));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // one of the two has left
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private static int handOn(Socket client, OutputStream out) {
        int count = 0;
        byte[] bytes = new byte[4096];
        try {
            for (int n = client.getInputStream().read(bytes);
                    n > 0;
                    n = client.getInputStream().read(bytes)) {
                out.write(bytes, 0, n);
                count += n;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void alter(Socket server, OutputStream out, UnaryOperator<byte[]> altered) throws IOException {
        DataInputStream in = new DataInputStream(server.getInputStream());
        for (int i = 0; i < BEFORE_THE_PROOF; i++) {
            out.write(in.readByte());
        }
        byte[] reply = in.readNBytes(in.readInt());
        out.write(altered.apply(reply));
        in.transferTo(out);
    }

    Endpoint endpoint() {
        return Endpoint.tcp("localhost", listener.getLocalPort());
    }

    /** How many bytes the client has said in all; waits until it has left. */
    int said() throws Exception {
        return said.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
