package io.github.pgtwo.verify.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A realm of MIT Kerberos with its own KDC, all in one folder: user alice, whose password is wonder, user brief, whose
 * tickets end soon, and the services postgres, postgres_dbms and other at localhost.
 */
final class MitRealm implements AutoCloseable {
    private static final String SETTING = "java.security.krb5.conf";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final int port;
    private final Map<String, String> environment;
    private final Process kdc;

    private MitRealm(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        port = Kdc.freePort();
        environment = Map.of(
                "KRB5_CONFIG", folder.resolve("krb5.conf").toString(),
                "KRB5_KDC_PROFILE", folder.resolve("kdc.conf").toString(),
                "KRB5_KTNAME", folder.resolve("postgres.keytab").toString(),
                "KRB5RCACHEDIR", folder.toString());
        configure();
        Tool.run(environment, "kdb5_util", "create", "-s", "-P", "master");
        addPrincipals();
        kdc = Tool.start(environment, Redirect.to(folder.resolve("kdc.out").toFile()), "krb5kdc", "-n");
        System.setProperty(SETTING, folder.resolve("krb5.conf").toString());
    }

    /** Starts it and tells the JVM, which has no other way to hear of a realm. */
    static MitRealm start(Path folder) throws IOException, InterruptedException {
        MitRealm realm = new MitRealm(folder);
        try {
            realm.awaitKdc();
            return realm;
        } catch (IOException | InterruptedException | AssertionError e) {
            realm.close();
            throw e;
        }
    }

    private void configure() throws IOException {
        Files.writeString(folder.resolve("krb5.conf"), """
                [libdefaults]
                default_realm = EXAMPLE.COM
                dns_lookup_kdc = false
                dns_canonicalize_hostname = false
                rdns = false
                udp_preference_limit = 1
                [realms]
                EXAMPLE.COM = {
                  kdc = 127.0.0.1:%d
                }
                """.formatted(port));
        Files.writeString(folder.resolve("kdc.conf"), """
                [kdcdefaults]
                kdc_listen = 127.0.0.1:%1$d
                kdc_tcp_listen = 127.0.0.1:%1$d
                [realms]
                EXAMPLE.COM = {
                  database_name = %2$s/principal
                  key_stash_file = %2$s/stash
                  acl_file = %2$s/acl
                }
                [logging]
                kdc = FILE:%2$s/kdc.log
                """.formatted(port, folder));
    }

    private void addPrincipals() throws IOException, InterruptedException {
        administer("addprinc", "-pw", "wonder", "+requires_preauth", "alice");
        administer("ktadd", "-norandkey", "-k", userKeytab().toString(), "alice");
        for (String service : new String[] {"postgres", "postgres_dbms", "other"}) {
            administer("addprinc", "-randkey", service + "/localhost");
        }
        administer("addprinc", "-randkey", "-maxlife", "30 seconds", "brief");
        administer("ktadd", "-k", folder.resolve("brief.keytab").toString(), "brief");
        makeKeys();
    }

    /** Makes new keys for services, but not for the other one. */
    void makeKeys() throws IOException, InterruptedException {
        Files.deleteIfExists(folder.resolve("postgres.keytab"));
        administer("ktadd", "postgres/localhost", "postgres_dbms/localhost");
    }

    private void administer(String... command) throws IOException, InterruptedException {
        String[] all = new String[command.length + 1];
        all[0] = "kadmin.local";
        System.arraycopy(command, 0, all, 1, command.length);
        Tool.run(environment, all);
    }

    private void awaitKdc() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            assertThat(kdc.isAlive() && System.nanoTime() < end)
                    .as("krb5kdc says: %s", Files.readString(folder.resolve("kdc.out")))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** What programs have to know in order to be in this realm; their keytab has the keys of two services. */
    Map<String, String> environment() {
        return environment;
    }

    Path userKeytab() {
        return folder.resolve("alice.keytab");
    }

    Path briefKeytab() {
        return folder.resolve("brief.keytab");
    }

    /** How many logins of this user the KDC has seen. */
    long logins(String user) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("kdc.log"))) {
            return lines.filter(line -> line.contains("AS_REQ")
                            && line.contains("ISSUE")
                            && line.contains(user + "@EXAMPLE.COM for krbtgt/"))
                    .count();
        }
    }

    /** A cache with alice's ticket, by kinit. */
    Path kinit() throws IOException, InterruptedException {
        Path cache = folder.resolve("alice.cache");
        Tool.run(
                environment,
                "kinit",
                "-c",
                cache.toString(),
                "-k",
                "-t",
                userKeytab().toString(),
                "alice");
        return cache;
    }

    @Override
    public void close() {
        System.clearProperty(SETTING);
        Tool.stop(kdc);
    }
}
