package io.github.pgtwo.verify.live;

import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.ServerSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** How far the messages of a conversation reach, in bytes of each direction from its beginning. */
final class Itinerary {
    private final Map<Integer, Sides> streams = new HashMap<>();
    private final NavigableSet<Long> toServer = new TreeSet<>(List.of(0L));
    private final NavigableSet<Long> toClient = new TreeSet<>(List.of(0L));
    private long sent;
    private long received;

    /** Both ends of a stream, which follow what each other says. */
    private static final class Sides {
        private final ClientSession client = new ClientSession(ProtocolLimits.DEFAULT);
        private final ServerSession server = new ServerSession(ProtocolLimits.DEFAULT);
        private boolean lost;

        /** Whether a message ends with this byte. */
        boolean ends(boolean toServer, byte next) {
            try {
                return !lost && (toServer ? heardByServer(next) : heardByClient(next));
            } catch (RemoteProtocolException | LocalProtocolException e) {
                lost = true; // as encrypted bytes do
                return false;
            }
        }

        private boolean heardByServer(byte next) {
            server.received(new byte[] {next}, 0, 1);
            boolean any = server.next();
            if (any) {
                client.send(server.message(), new WireWriter());
            }
            return any;
        }

        private boolean heardByClient(byte next) {
            client.received(new byte[] {next}, 0, 1);
            boolean any = client.next();
            if (any) {
                server.send(client.message(), new WireWriter());
            }
            return any;
        }
    }

    /** Of what was heard, from a piece on: the ones before only tell the state of the conversation. */
    static Itinerary of(List<Tap.Piece> pieces, int from) {
        Itinerary itinerary = new Itinerary();
        for (int i = 0; i < pieces.size(); i++) {
            if (i == from) {
                itinerary.begin();
            }
            itinerary.follow(pieces.get(i));
        }
        return itinerary;
    }

    private void begin() {
        sent = 0;
        received = 0;
        List.of(toServer, toClient).forEach(ends -> {
            ends.clear();
            ends.add(0L);
        });
    }

    private void follow(Tap.Piece piece) {
        Sides sides = streams.computeIfAbsent(piece.stream(), number -> new Sides());
        for (byte next : piece.bytes().toByteArray()) {
            long at = piece.toServer() ? ++sent : ++received;
            if (sides.ends(piece.toServer(), next)) {
                ends(piece.toServer()).add(at);
            }
        }
        ends(piece.toServer()).add(piece.toServer() ? sent : received);
    }

    private NavigableSet<Long> ends(boolean server) {
        return server ? toServer : toClient;
    }

    /** Where the messages of a direction end, each byte beside that, and the middle of each message. */
    List<Long> places(boolean server) {
        NavigableSet<Long> ends = ends(server);
        NavigableSet<Long> places = new TreeSet<>();
        for (long end : ends) {
            Long before = ends.lower(end);
            places.addAll(List.of(end - 1, end, end + 1, before == null ? end : (before + end) / 2));
        }
        places.removeIf(place -> place < 0 || place > ends.last());
        return List.copyOf(places);
    }

    /** Each byte of a direction. */
    List<Long> all(boolean server) {
        return LongStream.rangeClosed(0, ends(server).last()).boxed().toList();
    }
}
