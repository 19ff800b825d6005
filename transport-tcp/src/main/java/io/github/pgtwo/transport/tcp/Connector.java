package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;

/** Finds the first address of a name that lets us in. */
final class Connector {

    /** Turns a name into addresses. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;

    Connector(Resolver resolver) {
        this.resolver = resolver;
    }

    Socket connect(Endpoint.Tcp endpoint, Duration timeout) throws IOException {
        Deadline deadline = Deadline.after(timeout);
        InetAddress[] addresses = resolve(endpoint);
        ConnectFailures failures = new ConnectFailures(endpoint);
        for (int i = 0; i < addresses.length && !deadline.isOver(); i++) {
            try {
                int share = deadline.shareMillis(addresses.length - i);
                return attempt(new InetSocketAddress(addresses[i], endpoint.port()), share);
            } catch (IOException e) {
                failures.add(addresses[i], e);
            }
        }
        throw failures.summary(deadline.isOver(), timeout);
    }

    private InetAddress[] resolve(Endpoint.Tcp endpoint) throws IOException {
        try {
            return resolver.resolve(endpoint.host());
        } catch (UnknownHostException e) {
            throw new IOException("cannot connect to " + endpoint + ": the host name is unknown", e);
        }
    }

    private static Socket attempt(InetSocketAddress address, int timeoutMillis) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, timeoutMillis);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
