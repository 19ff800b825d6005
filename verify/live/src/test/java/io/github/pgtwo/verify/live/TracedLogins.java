package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.examples.WireDump;
import io.github.pgtwo.spi.CredentialSource;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Logs in as each user, with a proxy that prints messages; arguments: host, port, password, users. */
final class TracedLogins {
    private TracedLogins() {}

    public static void main(String[] args) throws Exception {
        for (int i = 3; i < args.length; i++) {
            try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                var proxy = OwnThread.run(() -> serve(door, args[0], Integer.parseInt(args[1])));
                logIn(door.getLocalPort(), args[i], args[2]);
                proxy.join();
            }
        }
    }

    private static void serve(ServerSocket door, String host, int port) {
        try {
            WireDump.serve(door, host, port, System.out);
        } catch (IOException e) {
            e.printStackTrace(System.out);
        }
    }

    private static void logIn(int port, String user, String password) {
        AuthPolicy policy = AuthPolicy.DEFAULT.withCleartext(AuthPolicy.Cleartext.ALWAYS);
        CredentialSource source = (target, method) -> {
            Secret secret = Secret.of(password.toCharArray());
            System.out.println(target + " " + method + " " + secret);
            return Optional.of(secret);
        };
        PgClient client = PgClient.builder()
                .endpoint(Endpoint.tcp("127.0.0.1", port))
                .user(user)
                .database("postgres")
                .credentials(source)
                .authPolicy(policy)
                .discover()
                .build();
        try (PgConnection connection = client.connect()) {
            System.out.println("in: " + connection.isOpen() + " " + policy);
        } catch (PgException e) {
            e.printStackTrace(System.out);
        }
    }
}
