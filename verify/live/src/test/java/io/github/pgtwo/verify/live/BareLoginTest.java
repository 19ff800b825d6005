package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.auth.KerberosV4Auth;
import io.github.pgtwo.auth.ScmAuth;
import io.github.pgtwo.client.PgClient;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.auth.AuthPolicy;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ReadyForQuery;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.transport.tcp.TcpTransport;
import io.github.pgtwo.transport.unix.UnixTransport;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logins that send bytes outside of messages, over real sockets, to a server that only counts them. */
@Timeout(60)
class BareLoginTest {
    @TempDir
    private Path folder;

    @Test
    void credentialsGoOverAUnixSocket() throws IOException {
        Endpoint.Unix endpoint = new Endpoint.Unix(folder.resolve("socket").toString());
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(endpoint.path()));
            byte[] sent = login(door, endpoint, new Authentication.ScmCredential(), 1, new ScmAuth());
            assertThat(sent).containsExactly(0);
        }
    }

    @Test
    void kerberosV4GoesOverTcp() throws IOException {
        try (ServerSocketChannel door = ServerSocketChannel.open()) {
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = ((InetSocketAddress) door.getLocalAddress()).getPort();
            AuthProvider provider = new KerberosV4Auth(target -> new byte[] {9});
            Endpoint endpoint = Endpoint.tcp("127.0.0.1", port);
            byte[] sent = login(door, endpoint, new Authentication.KerberosV4(), 21, provider);
            assertThat(sent)
                    .startsWith("AUTHV0.1PGVER4.1".getBytes(StandardCharsets.US_ASCII))
                    .endsWith(0, 0, 0, 1, 9);
        }
    }

    /** Returns what the client has said instead of a message. */
    private static byte[] login(
            ServerSocketChannel door, Endpoint endpoint, BackendMessage request, int bytes, AuthProvider provider) {
        var server = OwnThread.supply(() -> serve(door, request, bytes));
        PgClient client = PgClient.builder()
                .endpoint(endpoint)
                .transport(new TcpTransport())
                .transport(new UnixTransport())
                .user("alice")
                .serverProfile(ServerProfile.of(new ServerVersion(703, "7.3")))
                .authProvider(provider)
                .authPolicy(AuthPolicy.DEFAULT.withRequireAuth(provider.method()))
                .build();
        try (PgConnection connection = client.connect()) {
            assertThat(connection.isOpen()).isTrue();
        }
        return server.join();
    }

    private static byte[] serve(ServerSocketChannel door, BackendMessage request, int bytes) {
        try (SocketChannel channel = door.accept()) {
            DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
            OutputStream out = Channels.newOutputStream(channel);
            in.readFully(new byte[296]);
            say(out, request);
            byte[] sent = in.readNBytes(bytes);
            say(out, new Authentication.Ok(), new ReadyForQuery());
            in.readAllBytes();
            return sent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(OutputStream out, BackendMessage... messages) throws IOException {
        for (BackendMessage message : messages) {
            out.write(message.encode().toByteArray());
        }
    }
}
