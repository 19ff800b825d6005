package io.github.pgtwo.peers.client;

import com.google.inject.Guice;
import io.github.pgtwo.auth.guice.AuthProvidersModule;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.guice.PgClientModule;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.transport.tcp.guice.TcpTransportModule;

/** pgtwo, set up in other ways. */
final class PgtwoVariants {
    private static final int THIRTEEN = 1300;

    private PgtwoVariants() {}

    static Client stated(Place place) {
        ServerVersion version = new ServerVersion(THIRTEEN, "PostgreSQL 13");
        return Pgtwo.client(
                Pgtwo.builder(place).serverProfile(ServerProfile.of(version)).build());
    }

    static Client byGuice(Place place) {
        PgClientBuilder builder = Guice.createInjector(
                        new PgClientModule(), new TcpTransportModule(), new AuthProvidersModule())
                .getInstance(PgClientBuilder.class);
        return Pgtwo.client(builder.endpoint(Endpoint.tcp(place.host(), place.port()))
                .user(Place.USER)
                .password(Place.USER::toCharArray)
                .database(Place.DATABASE)
                .build());
    }
}
