package io.github.pgtwo.examples;

import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.session.SessionObserver;
import io.github.pgtwo.codec.trace.MessageTrace;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** A proxy that prints what passes, one line a message; arguments: own port, server's host, server's port. */
public final class WireDump {
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final SessionObserver observer;
    private final PrintStream lines;

    private WireDump(PrintStream lines) {
        observer = new SessionObserver(ProtocolLimits.DEFAULT, Set.of(), MessageTrace.listener(lines::println));
        this.lines = lines;
    }

    /** Serves one connection after the other until it is stopped. */
    public static void main(String[] args) throws IOException {
        try (ServerSocket door = new ServerSocket(Integer.parseInt(args[0]))) {
            while (true) {
                serve(door, args[1], Integer.parseInt(args[2]), System.out);
            }
        }
    }

    /** Serves one connection to its end. */
    public static void serve(ServerSocket door, String host, int port, PrintStream lines) throws IOException {
        WireDump dump = new WireDump(lines);
        try (Socket client = door.accept();
                Socket server = new Socket(host, port)) {
            new Thread(() -> dump.pass(client, server, dump.observer::fromClient)).start();
            dump.pass(server, client, dump.observer::fromServer);
        }
    }

    private void pass(Socket from, Socket to, ByteSink<RuntimeException> ear) {
        try {
            from.getInputStream().transferTo(new FilterOutputStream(to.getOutputStream()) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    hear(bytes, offset, length, ear); // before it goes on, and can be answered
                    out.write(bytes, offset, length);
                }
            });
            to.shutdownOutput();
        } catch (IOException e) {
            return; // one side has gone, and the other direction ends with it
        }
    }

    private void hear(byte[] bytes, int offset, int length, ByteSink<RuntimeException> ear) {
        oneAtATime.lock();
        try {
            ear.write(bytes, offset, length);
        } catch (RemoteProtocolException e) {
            lines.println("! " + e.getMessage()); // the two may understand each other all the same
        } finally {
            oneAtATime.unlock();
        }
    }
}
