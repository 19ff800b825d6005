package io.github.pgtwo.peers;

import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.peers.client.Amount;
import io.github.pgtwo.peers.client.Measured;
import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Place;
import io.github.pgtwo.peers.client.Tables;
import io.github.pgtwo.peers.client.Work;
import io.github.pgtwo.peers.replay.Recorder;
import io.github.pgtwo.peers.replay.ReplayServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The server with its tables, and for each client that wants it a server that replays what the real one has said. */
final class Stage implements AutoCloseable {
    private static final int RECORDED_TIMES = 8;

    private final EmbeddedServer server;
    private final String version;
    private final Map<Peer, ReplayServer> replays = new EnumMap<>(Peer.class);

    Stage() {
        server = EmbeddedServer.builder()
                .setting("max_connections", "2200")
                .setting("autovacuum", "off")
                .setting("jit", "off")
                .setting("max_parallel_workers_per_gather", "0")
                .setting("synchronize_seqscans", "off")
                .setting("max_wal_size", "4GB")
                .sql("create role " + Place.USER + " superuser login password '" + Place.USER + "'")
                .start();
        try {
            version = Tables.create(place());
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** What the server calls itself. */
    String version() {
        return version;
    }

    Place place() {
        return new Place(EmbeddedServer.HOST, server.port());
    }

    /** Where this client does this work. */
    Place place(Work work, Peer peer) throws IOException {
        return work == Work.RECORDED ? replay(peer) : place();
    }

    /** Where this client hears what the real server has said to it once. */
    private Place replay(Peer peer) throws IOException {
        ReplayServer replay = replays.get(peer);
        if (replay == null) {
            replay = record(peer);
            replays.put(peer, replay);
        }
        return new Place(EmbeddedServer.HOST, replay.port());
    }

    private ReplayServer record(Peer peer) throws IOException {
        try (Recorder recorder = new Recorder(server.port())) {
            List<String> arguments = new ArrayList<>(List.of(Work.RECORDED.label()));
            arguments.addAll(new Place(EmbeddedServer.HOST, recorder.port()).arguments());
            arguments.addAll(List.of(Integer.toString(RECORDED_TIMES), new Amount(RECORDED_TIMES, 1).argument()));
            ClientJvm.run(peer, Measured.class, List.of(), arguments);
            return new ReplayServer(recorder.recording());
        }
    }

    @Override
    public void close() throws IOException {
        try (server) {
            for (ReplayServer replay : replays.values()) {
                replay.close();
            }
        }
    }
}
