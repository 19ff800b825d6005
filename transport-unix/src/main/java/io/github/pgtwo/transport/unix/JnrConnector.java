package io.github.pgtwo.transport.unix;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pgtwo.spi.Endpoint;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import jnr.ffi.Runtime;
import jnr.unixsocket.UnixSocketAddress;
import jnr.unixsocket.UnixSocketChannel;
import jnr.unixsocket.UnixSocketOptions;

/** Opens sockets through jnr; leaves no descriptor behind where that fails. */
final class JnrConnector {
    private static volatile boolean loaded;

    private JnrConnector() {}

    /**
     * Has jnr load its library, in a thread of its own: it is unpacked through a channel, which an interrupt would close,
     * and jnr could then not be used until the program ends. If that fails, whoever uses jnr next is told why.
     */
    private static void load() {
        if (!loaded) {
            CompletableFuture.runAsync(Runtime::getSystemRuntime, task -> new Thread(task, "pgtwo-load-jnr").start())
                    .handle((nothing, failure) -> failure == null)
                    .join();
            loaded = true;
        }
    }

    /** Ends normally where jnr is there and may be used. */
    static void tryOut() throws IOException {
        load();
        UnixSocketChannel.open().close();
    }

    static NativeSocket connect(String path, int timeoutMillis) throws IOException {
        SocketPath.checkLength(path, SocketPath.MAX_BYTES);
        load();
        UnixSocketAddress address = address(path);
        try {
            return new NativeSocket(path, connect(path, address, timeoutMillis));
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("cannot connect to " + path + ": " + e.getMessage(), e);
        }
    }

    static UnixSocketAddress address(String path) {
        String name = new Endpoint.Unix(path).isAbstract() ? "\0" + path.substring(1) : path;
        // jnr takes the number of chars for the length in bytes and would cut the path short
        return new UnixSocketAddress(name + "\0".repeat(name.getBytes(UTF_8).length - name.length()));
    }

    private static UnixSocketChannel connect(String path, UnixSocketAddress address, int timeoutMillis)
            throws IOException {
        UnixSocketChannel channel = UnixSocketChannel.open();
        try {
            connect(channel, path, address, timeoutMillis);
            return channel;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static void connect(UnixSocketChannel channel, String path, UnixSocketAddress address, int timeoutMillis)
            throws IOException {
        // connect(2) waits while the listener's queue is full, and the send timeout bounds that wait
        channel.setOption(UnixSocketOptions.SO_SNDTIMEO, timeoutMillis);
        if (!channel.connect(address)) {
            throw Timeout.connecting(path, timeoutMillis);
        }
        channel.setOption(UnixSocketOptions.SO_SNDTIMEO, 0);
    }
}
