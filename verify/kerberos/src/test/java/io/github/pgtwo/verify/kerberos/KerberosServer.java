package io.github.pgtwo.verify.kerberos;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.ReadyForQuery;
import io.github.pgtwo.spi.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.security.auth.Subject;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSManager;

/**
 * The server's half of a Kerberos login over TCP, by Java's own acceptor, or spoilt by a script. With TLS, messages
 * go within it and what belongs to Kerberos beneath it, as with servers that hand their socket to a library.
 */
final class KerberosServer implements AutoCloseable {
    private static final byte[] HEADER = HexFormat.of().parseHex("06092a864886f712010202");

    private final ServerSocket listener;
    private final Subject subject;
    private final Script script;
    private final Optional<SSLContext> tls;
    private final Thread thread = new Thread(this::serve, "kerberos-server");

    /**
     * What the server says.
     *
     * @param toVersions what it says to the version strings; it goes on only behind a single zero
     * @param toRequest what it says to the AP-REQ
     * @param limit behind how many bytes it closes
     * @param together whether it sends all that it says at once in one segment, or byte by byte
     */
    record Script(Said toVersions, Answer toRequest, int limit, boolean together) {
        private static final Said GO_ON = Said.outside(new byte[1]);

        static Script of(Answer toRequest) {
            return new Script(GO_ON, toRequest, Integer.MAX_VALUE, true);
        }

        static Script refusing(Said toVersions) {
            return new Script(toVersions, (request, reply) -> Said.outside(), Integer.MAX_VALUE, true);
        }

        Script closingBehind(int bytes) {
            return new Script(toVersions, toRequest, bytes, together);
        }

        Script byteByByte() {
            return new Script(toVersions, toRequest, limit, false);
        }
    }

    /** What a server says to an AP-REQ, from which the acceptor has made an AP-REP, empty if none is wanted. */
    interface Answer {
        Said to(byte[] request, byte[] reply);
    }

    /** What the server says in one go: first what belongs to Kerberos, then messages. */
    record Said(Bytes raw, Bytes messages) {
        static Said outside(byte[]... parts) {
            return new Said(Bytes.wrap(join(parts)), Bytes.EMPTY);
        }

        Said then(byte[]... parts) {
            return new Said(raw, Bytes.wrap(join(parts)));
        }
    }

    private KerberosServer(Subject subject, Script script, Optional<SSLContext> tls) throws IOException {
        this.subject = subject;
        this.script = script;
        this.tls = tls;
        listener = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        thread.setDaemon(true);
        thread.start();
    }

    static KerberosServer start(Path keytab, Script script) throws Exception {
        return new KerberosServer(Kdc.login(Kdc.SERVICE, keytab, false), script, Optional.empty());
    }

    static KerberosServer start(Path keytab, Script script, SSLContext tls) throws Exception {
        return new KerberosServer(Kdc.login(Kdc.SERVICE, keytab, false), script, Optional.of(tls));
    }

    Endpoint endpoint() {
        return Endpoint.tcp("localhost", listener.getLocalPort());
    }

    /** What lets a client in that the acceptor knows. */
    static Said welcome(byte[] reply) {
        return Said.outside(new byte[4], reply.length == 0 ? reply : message(reply))
                .then(in());
    }

    static byte[] in() {
        return join(wire(new Authentication.Ok()), wire(new BackendKeyData(1, 2)), wire(new ReadyForQuery()));
    }

    static byte[] error(String text) {
        return wire(new ErrorResponse(Bytes.utf8(text)));
    }

    static byte[] message(byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .putInt(content.length)
                .put(content)
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] wire(BackendMessage message) {
        return message.encode().toByteArray();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                socket.setTcpNoDelay(true);
                new Login(socket).run();
            } catch (IOException e) {
                // the client has left, or the test is over
            }
        }
    }

    private final class Login {
        private final Socket raw;
        private Socket messages;
        private int sent;

        Login(Socket socket) {
            raw = socket;
            messages = socket;
        }

        void run() throws IOException {
            if (tls.isPresent()) {
                raw.getInputStream().readNBytes(8);
                raw.getOutputStream().write('S');
                messages = tls.get().getSocketFactory().createSocket(raw, null, true);
            }
            messages.getInputStream().readNBytes(296);
            say(Said.outside().then(wire(new Authentication.KerberosV5())));
            readMessage();
            String version = new String(readMessage(), StandardCharsets.US_ASCII);
            if (!version.equals("postgres\0") && !version.equals("PGVER5.1\0")) {
                say(Said.outside(new byte[] {2})
                        .then(error("FATAL:  Kerberos 5 authentication failed for user \"alice\"\n")));
                return;
            }
            say(script.toVersions());
            if (script.toVersions().equals(Script.GO_ON)) {
                byte[] request = readMessage();
                say(script.toRequest().to(request, accept(request)));
            }
            while (messages.getInputStream().read() == 'Q') {
                skipText();
                say(Said.outside().then(wire(new CompletedResponse(Bytes.utf8("SET"))), wire(new ReadyForQuery())));
            }
        }

        private void skipText() throws IOException {
            int each = messages.getInputStream().read();
            while (each > 0) {
                each = messages.getInputStream().read();
            }
        }

        private byte[] readMessage() throws IOException {
            DataInputStream in = new DataInputStream(raw.getInputStream());
            return in.readNBytes(in.readInt());
        }

        private void say(Said said) throws IOException {
            if (tls.isPresent()) {
                raw.getOutputStream().write(said.raw().toByteArray());
                messages.getOutputStream().write(said.messages().toByteArray());
            } else {
                say(join(said.raw().toByteArray(), said.messages().toByteArray()));
            }
        }

        private void say(byte[] bytes) throws IOException {
            int room = Math.min(bytes.length, script.limit() - sent);
            if (script.together()) {
                raw.getOutputStream().write(bytes, 0, room);
            } else {
                for (int i = 0; i < room; i++) {
                    raw.getOutputStream().write(bytes[i]);
                }
            }
            sent += room;
            if (room < bytes.length) {
                throw new IOException("enough");
            }
        }
    }

    private byte[] accept(byte[] request) {
        byte[] inner = join(HEADER, new byte[] {1, 0}, request);
        byte[] token = join(new byte[] {0x60, (byte) 0x84}, message(inner));
        PrivilegedExceptionAction<byte[]> accepting = () -> {
            GSSContext context = GSSManager.getInstance().createContext((GSSCredential) null);
            byte[] reply = context.acceptSecContext(token, 0, token.length);
            context.dispose();
            return reply == null ? new byte[0] : withoutHeader(reply);
        };
        try {
            return Subject.doAs(subject, accepting);
        } catch (PrivilegedActionException e) {
            throw new UncheckedIOException(new IOException(e.getException()));
        }
    }

    private static byte[] withoutHeader(byte[] token) {
        int lengthBytes = token[1] < 0 ? token[1] & 0x7f : 0;
        return Arrays.copyOfRange(token, 2 + lengthBytes + HEADER.length + 2, token.length);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
