package io.github.pgtwo.peers.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who is measured, and what has to be on its class path. */
public enum Peer {
    /** Discards what comes. */
    DRAIN("-"),
    /** Decodes by hand. */
    HAND("-"),
    /** This project's codec on a socket, without its client. */
    PGTWO_CODEC("pgtwo-protocol-codec"),
    /** This project's client. */
    PGTWO("pgtwo-client-api pgtwo-connector-spi pgtwo-protocol-codec pgtwo-transport-tcp pgtwo-auth-providers slf4j"),
    /** The same, with an object for each row and result. */
    PGTWO_ROWS(PGTWO.jars),
    /** The same, told what the server is like, so that it need not ask. */
    PGTWO_STATED(PGTWO.jars),
    /** The same, put together by Guice. */
    PGTWO_GUICE(PGTWO.jars + " guice guava failureaccess jakarta.inject aopalliance asm"),
    /** The last JDBC driver that speaks 2.0. */
    PGJDBC_V2("pgjdbc-v2"),
    /** The same with a cursor. */
    PGJDBC_V2_CURSOR(PGJDBC_V2.jars),
    /** The newest JDBC driver, which speaks 3.0. */
    PGJDBC_V3("pgjdbc-v3"),
    /** The same with a prepared statement and a fetch size. */
    PGJDBC_V3_FETCH(PGJDBC_V3.jars);

    private final String jars;

    Peer(String jars) {
        this.jars = jars;
    }

    /** The name on the command line and in tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The peer of that name. */
    public static Optional<Peer> of(String label) {
        return Arrays.stream(values())
                .filter(peer -> peer.label().equals(label))
                .findFirst();
    }

    /** How the names of its jars begin. */
    public List<String> jars() {
        return List.of(jars.split(" ", -1));
    }

    /** None of them asks for TLS, which the others do not do. */
    Client client(Place place) {
        return switch (this) {
            case DRAIN -> () -> new Drain(place);
            case HAND -> () -> new ByHand(place);
            case PGTWO_CODEC -> () -> new Codec(place);
            case PGTWO -> Pgtwo.client(place);
            case PGTWO_ROWS -> () -> new PgtwoRows(place);
            case PGTWO_STATED -> PgtwoVariants.stated(place);
            case PGTWO_GUICE -> PgtwoVariants.byGuice(place);
            case PGJDBC_V2 -> Jdbc.client(place, "&protocolVersion=2", JdbcReadings::plain);
            case PGJDBC_V2_CURSOR -> Jdbc.client(place, "&protocolVersion=2", JdbcReadings::cursor);
            case PGJDBC_V3 -> Jdbc.client(place, "&sslmode=disable", JdbcReadings::plain);
            case PGJDBC_V3_FETCH -> Jdbc.client(place, "&sslmode=disable&prepareThreshold=1", JdbcReadings::fetch);
        };
    }
}
