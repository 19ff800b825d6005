package io.github.pgtwo.transport.unix;

import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Opens sockets through the JDK; leaves no descriptor behind where that fails. */
final class JdkConnector {

    /** The JDK leaves one byte of the address unused. */
    static final int MAX_BYTES = SocketPath.MAX_BYTES - 1;

    private JdkConnector() {}

    static JdkSocket connect(String path, int timeoutMillis) throws IOException {
        SocketPath.checkLength(path, MAX_BYTES);
        UnixDomainSocketAddress address = address(path);
        try {
            return new JdkSocket(path, connect(path, address, timeoutMillis));
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("cannot connect to " + path + ": " + e.getMessage(), e);
        }
    }

    private static UnixDomainSocketAddress address(String path) throws IOException {
        if (new Endpoint.Unix(path).isAbstract()) {
            throw new IOException("cannot connect to " + path
                    + ": the JDK has no sockets with abstract names; jnr-unixsocket has them (UnixTransport.jnr())");
        }
        try {
            return UnixDomainSocketAddress.of(path);
        } catch (InvalidPathException e) {
            throw new IOException(
                    "cannot connect to " + path + ": the JDK cannot write this path in the encoding of the locale, "
                            + System.getProperty("sun.jnu.encoding") + "; run in a locale with UTF-8",
                    e);
        }
    }

    /** Almost every connection is there at once. What is not may be in a full queue, of which only waiting can tell. */
    private static SocketChannel connect(String path, UnixDomainSocketAddress address, int timeoutMillis)
            throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        if (connectsAtOnce(channel, address)) {
            return channel;
        }
        channel.close();
        return connectBlocking(path, address, timeoutMillis);
    }

    private static boolean connectsAtOnce(SocketChannel channel, UnixDomainSocketAddress address) throws IOException {
        try {
            channel.configureBlocking(false);
            return channel.connect(address);
        } catch (SocketException e) {
            channel.close();
            if (e instanceof ConnectException) { // nobody listens
                throw e;
            }
            return false;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    /** In a thread of its own: there an interrupt cannot close the channel, and a virtual thread can block as well. */
    private static SocketChannel connectBlocking(String path, UnixDomainSocketAddress address, int timeoutMillis)
            throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            CompletableFuture<Void> connected = new CompletableFuture<>();
            Thread thread = new Thread(() -> connect(channel, address, connected), "pgtwo-connect");
            thread.setDaemon(true);
            thread.start();
            await(path, connected, timeoutMillis);
            channel.configureBlocking(false);
            return channel;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static void connect(
            SocketChannel channel, UnixDomainSocketAddress address, CompletableFuture<Void> connected) {
        try {
            channel.connect(address);
            connected.complete(null);
        } catch (IOException | RuntimeException e) {
            connected.completeExceptionally(e);
        }
    }

    private static void await(String path, CompletableFuture<Void> connected, int timeoutMillis) throws IOException {
        try {
            (timeoutMillis == 0 ? connected : connected.orTimeout(timeoutMillis, TimeUnit.MILLISECONDS)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw Timeout.connecting(path, timeoutMillis);
            }
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }
}
