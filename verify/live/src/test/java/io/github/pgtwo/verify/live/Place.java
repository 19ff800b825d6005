package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.embedded.EmbeddedServer;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.StreamSecurity;
import io.github.pgtwo.spi.TlsMode;
import io.github.pgtwo.transport.tcp.tls.Tls;
import io.github.pgtwo.transport.unix.UnixTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Stream;

/** Where a contract is tried: a server's release and a way to it. */
record Place(String release, Way way) {
    private static final String MOST_TESTED = "13";

    enum Way {
        TCP,
        UNIX,
        UNIX_BY_THE_JDK,
        TLS
    }

    /** Every release over TCP and the Unix socket, and one over the other ways too. */
    static Stream<Place> all() {
        Servers.startAll();
        Stream<Place> usual = Servers.RELEASES.stream()
                .flatMap(release -> Stream.of(new Place(release, Way.TCP), new Place(release, Way.UNIX)));
        return Stream.concat(
                usual, Stream.of(new Place(MOST_TESTED, Way.UNIX_BY_THE_JDK), new Place(MOST_TESTED, Way.TLS)));
    }

    EmbeddedServer server() {
        return way == Way.TLS ? TlsServers.good() : Servers.of(release);
    }

    Endpoint endpointOf(EmbeddedServer server) {
        return switch (way) {
            case TCP, TLS -> ServerContract.tcp(server);
            case UNIX, UNIX_BY_THE_JDK -> ServerContract.unix(server);
        };
    }

    /** Sets what the way needs. */
    PgClientBuilder through(PgClientBuilder client) {
        return switch (way) {
            case TCP, UNIX -> client;
            case UNIX_BY_THE_JDK -> client.transport(UnixTransport.jdk());
            case TLS -> client.tls(encrypted());
        };
    }

    private static StreamSecurity encrypted() {
        try {
            return Tls.builder(TlsMode.REQUIRE).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often, or how large: where most is tested, or elsewhere. */
    int amount(int most, int elsewhere) {
        return release.equals(MOST_TESTED) && (way == Way.TCP || way == Way.UNIX) ? most : elsewhere;
    }

    /** What a database-wide name has to end with, so that places on one server do not meet. */
    String suffix() {
        return "_" + way.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return release + " over " + way;
    }
}
