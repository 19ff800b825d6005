package io.github.pgtwo.transport.tcp;

import io.github.pgtwo.spi.KeepAlive;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;

/**
 * Sets how a socket looks after a silent peer. The options beyond being on are found by their names, so that a runtime
 * without the module {@code jdk.net}, which has them, is enough for whoever does not ask for them.
 */
final class KeepAliveOptions {
    private KeepAliveOptions() {}

    static void apply(KeepAlive choice, Socket socket) throws IOException {
        socket.setKeepAlive(choice.on());
        if (choice.on()) {
            set(socket, "TCP_KEEPIDLE", Math.toIntExact(choice.idle().toSeconds()));
            set(socket, "TCP_KEEPINTERVAL", Math.toIntExact(choice.interval().toSeconds()));
            set(socket, "TCP_KEEPCOUNT", choice.count());
        }
    }

    private static void set(Socket socket, String name, int value) throws IOException {
        if (value > 0) {
            SocketOption<?> option = socket.supportedOptions().stream()
                    .filter(each -> each.name().equals(name) && each.type() == Integer.class)
                    .findFirst()
                    .orElseThrow(() -> new IOException("this Java runtime cannot set " + name));
            setTo(socket, option, value);
        }
    }

    @SuppressWarnings("unchecked") // its type was looked at
    private static void setTo(Socket socket, SocketOption<?> option, int value) throws IOException {
        socket.setOption((SocketOption<Integer>) option, value);
    }
}
