package io.github.pgtwo.embedded;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A disposable PostgreSQL server. Its programs, its data and its socket are in one folder, which goes away
 * with it: on {@link #close}, or when the JVM ends by itself or by a signal. Thread-safe.
 */
public final class EmbeddedServer implements AutoCloseable {
    /** The name of the one role that every server starts with. */
    public static final String SUPERUSER = "postgres";

    /** The only address, besides the socket, that a server listens on. */
    public static final String HOST = "127.0.0.1";

    private final Layout layout = Layout.create();
    private final Postmaster postmaster = new Postmaster(layout);
    private final ExitHook exitHook = new ExitHook(this::remove);
    private final ReentrantLock changing = new ReentrantLock();

    private EmbeddedServer() {}

    /** A server with the defaults of {@link EmbeddedServerBuilder}. */
    public static EmbeddedServer start() {
        return builder().start();
    }

    /** Something to choose the particulars with. */
    public static EmbeddedServerBuilder builder() {
        return new EmbeddedServerBuilder();
    }

    static EmbeddedServer start(EmbeddedServerBuilder wishes) {
        var server = new EmbeddedServer();
        try {
            server.exitHook.arm();
            server.bringUp(wishes);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void bringUp(EmbeddedServerBuilder wishes) {
        changing.lock();
        try {
            wishes.binaries().unpack(layout.programs());
            ServerUser user = ServerUser.choose(layout);
            new Cluster(layout, user).create(wishes.settings(), wishes.rules(), wishes.sql());
            postmaster.start(user);
        } finally {
            changing.unlock();
        }
    }

    /** The TCP port at {@link #HOST}, also part of the socket's name. */
    public int port() {
        return postmaster.port();
    }

    /** Where the Unix socket is. */
    public Path socketDirectory() {
        return layout.sockets();
    }

    /** The folder that holds everything. */
    public Path folder() {
        return layout.folder();
    }

    /** The process id of the server's main process. */
    public long pid() {
        return postmaster.pid();
    }

    /** Whether the main process runs. */
    public boolean running() {
        return postmaster.running();
    }

    /** What the server has written to its log so far. */
    public String log() {
        return layout.readLog();
    }

    /** Shuts down in the server's "fast" way: sessions are told, then disconnected. */
    public void stop() {
        postmaster.stop("INT");
    }

    /** Ends all sessions by force in whatever they are doing: their clients see a connection that just ends. */
    public void kill() {
        postmaster.killSessions();
        postmaster.stop("QUIT");
    }

    /** Ends the server if it runs, and removes its folder. */
    @Override
    public void close() {
        exitHook.disarm();
        remove();
    }

    // A JVM that is told to end while a server comes up has to wait for it: half a start cannot be undone.
    private void remove() {
        changing.lock();
        try {
            postmaster.stop("QUIT");
            layout.delete();
        } finally {
            changing.unlock();
        }
    }
}
