package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.Deadline;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Timeouts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds the first address of a name that lets us in. */
final class Connector {
    /** Turns a name into addresses. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final TcpOptions options;

    Connector(Resolver resolver, TcpOptions options) {
        this.resolver = resolver;
        this.options = options;
    }

    Socket connect(Endpoint.Tcp endpoint, Duration timeout) throws IOException {
        Deadline deadline = Deadline.in(timeout);
        List<InetSocketAddress> addresses = addresses(endpoint);
        ConnectFailures failures = new ConnectFailures(endpoint);
        for (int i = 0; i < addresses.size() && !deadline.isOver(); i++) {
            try {
                return attempt(addresses.get(i), shareMillis(deadline, addresses.size() - i));
            } catch (IOException e) {
                checkNotInterrupted(endpoint, e);
                failures.add(where(addresses.get(i)), e);
            }
        }
        throw failures.summary(deadline.isOver(), timeout);
    }

    /** The equal share that the next of some attempts may use, at least 1; 0, which is for ever, without a deadline. */
    private static int shareMillis(Deadline deadline, int attempts) throws SocketTimeoutException {
        Duration left = deadline.left();
        return left.isZero() ? 0 : Math.max(1, Timeouts.millis(left.dividedBy(attempts)));
    }

    private List<InetSocketAddress> addresses(Endpoint.Tcp endpoint) throws IOException {
        if (options.socksProxy().isPresent() && !Endpoint.isAddress(endpoint.host())) {
            return List.of(InetSocketAddress.createUnresolved(endpoint.host(), endpoint.port()));
        }
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (InetAddress address : resolve(endpoint)) {
            addresses.add(new InetSocketAddress(address, endpoint.port()));
        }
        return addresses;
    }

    private InetAddress[] resolve(Endpoint.Tcp endpoint) throws IOException {
        try {
            return resolver.resolve(endpoint.host());
        } catch (UnknownHostException e) {
            throw new IOException("cannot connect to " + endpoint + ": the host name is unknown", e);
        }
    }

    /** An interrupt closes a channel, and would close the next one too. */
    private static void checkNotInterrupted(Endpoint.Tcp endpoint, IOException failure) throws InterruptedIOException {
        if (failure instanceof ClosedByInterruptException || failure.getCause() instanceof ClosedByInterruptException) {
            var interrupted =
                    new InterruptedIOException("cannot connect to " + endpoint + ": the thread was interrupted");
            interrupted.initCause(failure);
            throw interrupted;
        }
    }

    private String where(InetSocketAddress address) {
        return options.socksProxy()
                .map(proxy -> "through the SOCKS proxy " + proxy)
                .orElseGet(() -> address.getAddress().getHostAddress());
    }

    private Socket attempt(InetSocketAddress address, int timeoutMillis) throws IOException {
        Socket socket = options.newSocket();
        try {
            socket.connect(address, timeoutMillis);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
