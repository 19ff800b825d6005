package io.github.pgtwo.verify.kerberos;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.SimpleKdcServer;

/** A KDC in this JVM, with user alice, whose password is wonder, and the service postgres/localhost. */
final class Kdc implements AutoCloseable {
    static final String SERVICE = "postgres/localhost@EXAMPLE.COM";

    private static final String PASSWORD = "wonder";
    private static final String SETTING = "java.security.krb5.conf";

    private final SimpleKdcServer server;
    private final Path folder;

    private Kdc(SimpleKdcServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Starts it and tells the JVM, which has no other way to hear of a realm. */
    static Kdc start(Path folder) throws KrbException, IOException {
        int port = freePort();
        SimpleKdcServer server = new SimpleKdcServer();
        server.setKdcHost("localhost");
        server.setKdcRealm("EXAMPLE.COM");
        server.setAllowUdp(false);
        server.setKdcTcpPort(port);
        server.setWorkDir(folder.toFile());
        server.init();
        server.start();
        configure(folder, port);
        return new Kdc(server, folder).withPrincipals();
    }

    /** Tells the JVM where the KDC is and what else it has to know; it reads that once. */
    static void configure(Path folder, int port, String... defaults) throws IOException {
        Path config = folder.resolve("client.conf");
        Files.writeString(config, """
                [libdefaults]
                default_realm = EXAMPLE.COM
                udp_preference_limit = 1
                dns_lookup_kdc = false
                %s
                [realms]
                EXAMPLE.COM = {
                  kdc = localhost:%d
                }
                """.formatted(String.join("\n", defaults), port));
        System.setProperty(SETTING, config.toString());
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Kdc withPrincipals() throws KrbException {
        server.createPrincipal(Logins.USER, PASSWORD);
        server.createPrincipals(SERVICE);
        server.exportPrincipal(Logins.USER, userKeytab().toFile());
        server.exportPrincipal(SERVICE, serviceKeytab().toFile());
        server.getKrbClient().storeTicket(server.getKrbClient().requestTgt(Logins.USER, PASSWORD), cache().toFile());
        return this;
    }

    Path userKeytab() {
        return folder.resolve("alice.keytab");
    }

    Path serviceKeytab() {
        return folder.resolve("postgres.keytab");
    }

    /** With a ticket of alice's. */
    Path cache() {
        return folder.resolve("alice.cache");
    }

    /** Logs in with a keytab, as a client or as a server. */
    static Subject login(String principal, Path keytab, boolean initiator) throws LoginException {
        Map<String, String> settings = new HashMap<>();
        settings.put("useKeyTab", "true");
        settings.put("storeKey", "true");
        settings.put("doNotPrompt", "true");
        settings.put("keyTab", keytab.toString());
        settings.put("principal", principal);
        settings.put("isInitiator", String.valueOf(initiator));
        var entry = new AppConfigurationEntry(
                "com.sun.security.auth.module.Krb5LoginModule",
                AppConfigurationEntry.LoginModuleControlFlag.REQUIRED,
                settings);
        LoginContext context = new LoginContext("test", new Subject(), null, new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {entry};
            }
        });
        context.login();
        return context.getSubject();
    }

    @Override
    public void close() throws KrbException {
        System.clearProperty(SETTING);
        server.stop();
    }
}
