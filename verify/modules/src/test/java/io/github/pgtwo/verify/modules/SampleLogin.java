package io.github.pgtwo.verify.modules;

import com.example.pgtwo.HmacAuth;
import com.example.pgtwo.LoopbackTransport;
import com.example.pgtwo.guice.SampleModule;
import com.google.inject.Guice;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgClientBuilder;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.guice.PgClientModule;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.spi.Endpoint;
import java.net.URI;

/** A program that logs in with the plug-ins of somebody else; arguments: how they are found, port. */
final class SampleLogin {
    private SampleLogin() {}

    public static void main(String[] args) {
        try (PgConnection connection = builder(args[0])
                .serverProfile(ServerProfile.of(new ServerVersion(702, "a script")))
                .endpoint(new Endpoint.Custom(URI.create("loopback:" + args[1])))
                .user("alice")
                .password("Jefe"::toCharArray)
                .build()
                .connect()) {
            System.out.println("logged in: " + connection.isOpen() + ", client in "
                    + PgClient.class.getModule().getName());
        } catch (PgException e) {
            System.out.println(e.getMessage());
        }
    }

    private static PgClientBuilder builder(String how) {
        return switch (how) {
            case "named" -> PgClient.builder().discover("hmac");
            case "unnamed" -> PgClient.builder().discover();
            case "builder" ->
                PgClient.builder().transport(new LoopbackTransport()).authProvider(new HmacAuth());
            case "guice" -> ByGuice.builder();
            default -> throw new IllegalArgumentException(how);
        };
    }

    /** Apart, as Guice may be absent. */
    private static final class ByGuice {
        static PgClientBuilder builder() {
            return Guice.createInjector(new PgClientModule(), new SampleModule())
                    .getInstance(PgClientBuilder.class);
        }
    }
}
