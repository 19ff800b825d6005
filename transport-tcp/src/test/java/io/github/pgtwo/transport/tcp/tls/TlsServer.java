package io.github.pgtwo.transport.tcp.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server of the JDK on the loopback address, which runs handshakes on a thread of its own. */
final class TlsServer implements AutoCloseable {
    private final ServerSocket listener;
    private final SSLContext context;
    private final Consumer<SSLSocket> settings;
    private final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();

    /** The accepted end of a connection: what is under TLS, and TLS. */
    record Peer(Socket raw, SSLSocket tls) {
        /** Sends so many bytes back, and begins a handshake every now and then; returns how many of these. */
        int echo(int count) throws IOException {
            byte[] buffer = new byte[20_000];
            int handshakes = 0;
            for (int done = 0; done < count; ) {
                int n = tls.getInputStream().read(buffer);
                if (done / 1_000_000 != (done + n) / 1_000_000) {
                    tls.startHandshake();
                    handshakes++;
                }
                tls.getOutputStream().write(buffer, 0, n);
                done += n;
            }
            return handshakes;
        }
    }

    TlsServer(SSLContext context, Consumer<SSLSocket> settings) throws IOException {
        this.context = context;
        this.settings = settings;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::acceptAll, "TLS server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Waits for the next connection whose handshake, well or not, is over. */
    Peer accept() throws IOException {
        try {
            return peers.take();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket raw = listener.accept();
                peers.add(handshake(raw));
            } catch (IOException e) {
                // the listener is closed, or the client has gone again
            }
        }
    }

    private Peer handshake(Socket raw) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(raw, null, true);
        settings.accept(tls);
        try {
            tls.startHandshake();
        } catch (IOException refused) {
            raw.close();
        }
        return new Peer(raw, tls);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Peer peer : peers) {
            peer.raw().close();
        }
    }
}
