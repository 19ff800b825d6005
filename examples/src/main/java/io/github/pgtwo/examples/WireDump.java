package io.github.pgtwo.examples;

import io.github.pgtwo.codec.ByteSink;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.session.SessionListener;
import io.github.pgtwo.codec.session.SessionObserver;
import io.github.pgtwo.codec.trace.MessageTrace;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** A proxy that prints what passes, one line a message; arguments: own port, server's host, server's port. */
public final class WireDump implements SessionListener {
    private final SessionObserver observer = new SessionObserver(ProtocolLimits.DEFAULT, Set.of(), this);
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final PrintStream out;

    private WireDump(PrintStream out) {
        this.out = out;
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
    public static void serve(ServerSocket door, String host, int port, PrintStream out) throws IOException {
        WireDump dump = new WireDump(out);
        try (Socket client = door.accept();
                Socket server = new Socket(host, port)) {
            new Thread(() -> dump.pass(client, server, dump.observer::fromClient)).start();
            dump.pass(server, client, dump.observer::fromServer);
        }
    }

    private void pass(Socket from, Socket to, ByteSink<RuntimeException> watch) {
        byte[] buffer = new byte[8192];
        try {
            for (int count = from.getInputStream().read(buffer);
                    count > 0;
                    count = from.getInputStream().read(buffer)) {
                see(buffer, count, watch);
                to.getOutputStream().write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            return; // one side has gone, and the other direction ends with it
        }
    }

    /** Before the bytes go on, so that what is said is heard before what is answered. */
    private void see(byte[] bytes, int count, ByteSink<RuntimeException> watch) {
        oneAtATime.lock();
        try {
            watch.write(bytes, 0, count);
        } catch (RemoteProtocolException e) {
            out.println("! " + e.getMessage()); // the two may understand each other all the same
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public void client(FrontendMessage message) {
        out.println(MessageTrace.client(message));
    }

    @Override
    public void server(BackendMessage message) {
        out.println(MessageTrace.server(message));
    }
}
