package io.github.pgtwo.client.wire;

import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.codec.ByteSource;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.frontend.ClientRawBytes;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.spi.AuthenticationException.Kind;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Deadline;
import io.github.pgtwo.spi.RawDialog;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;

/**
 * A login dialogue outside of messages, over the buffer that messages are read from, as the server's last word
 * and its first message often arrive together. Beneath an encryption not a byte more is read than asked for: what
 * follows is encrypted.
 */
public final class WireDialog implements RawDialog {
    static final String TOO_LATE = "the login took longer than it may before its answer was ready";

    private static final int MOST = 65_536;
    private static final int ERROR_RESPONSE = 'E';
    private static final int TLS_ALERT = 0x15;
    private static final int TLS_DATA = 0x17;

    private final Wire wire;
    private final ClientSession session;
    private final Deadline deadline;
    private final ByteStream encrypting;
    private ByteStream stream;
    private boolean beneath;
    private boolean spoken;
    private boolean over;

    WireDialog(Wire wire, ByteStream stream, ClientSession session, Deadline deadline) {
        this.wire = wire;
        this.session = session;
        this.deadline = deadline;
        encrypting = stream;
        beneath = stream.beneath().isPresent();
        this.stream = stream.beneath().orElse(stream);
        if (beneath && session.buffered() > 0) {
            throw new PgProtocolException("the server has sent more behind its request than it may");
        }
    }

    @Override
    public byte[] read(int count) throws IOException {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException("a count of " + count + " is not within 0 to " + MOST);
        }
        await(count);
        return session.takeRaw(count).orElseThrow().toByteArray();
    }

    @Override
    public boolean errorFollows() throws IOException {
        int first = peek();
        if (!beneath || (first != TLS_ALERT && first != TLS_DATA)) {
            return first == ERROR_RESPONSE;
        }
        surface();
        if (peek() != ERROR_RESPONSE) {
            // such as AuthenticationOk
            throw new AuthenticationException(
                    Kind.SERVER_NOT_PROVEN,
                    "the server could not prove its identity: it goes on within the encryption instead of answering");
        }
        return true;
    }

    private int peek() throws IOException {
        return await(1).at(0) & 0xff;
    }

    /** Goes back into the encryption, whose record has begun. */
    private void surface() throws IOException {
        encrypting.takeBack(session.takeRaw(1).orElseThrow().toByteArray());
        stream = encrypting;
        beneath = false;
    }

    private Bytes await(int count) throws IOException {
        checkInUse();
        Optional<Bytes> bytes = session.peekRaw(count);
        while (bytes.isEmpty()) {
            fill(count - session.buffered());
            bytes = session.peekRaw(count);
        }
        return bytes.get();
    }

    private void fill(int missing) throws IOException {
        try {
            deadline.applyTo(stream);
            ByteSource<IOException> source =
                    (into, offset, length) -> stream.read(into, offset, beneath ? Math.min(missing, length) : length);
            if (session.receive(source) < 0) {
                throw new BrokenException(wire.broken("the server has closed the connection during the login", null));
            }
        } catch (SocketTimeoutException e) {
            throw new BrokenException(wire.broken("the server has not answered in time", e));
        } catch (BrokenException e) {
            throw e;
        } catch (IOException e) {
            throw new BrokenException(wire.broken("the connection broke during the login", e));
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        checkInUse();
        WireWriter out = new WireWriter(bytes.length);
        session.send(new ClientRawBytes(Bytes.wrap(bytes)), out);
        spoken = true;
        try {
            deadline.left();
            out.drainTo(stream::writeFully);
        } catch (SocketTimeoutException e) {
            throw new BrokenException(wire.broken(TOO_LATE, e));
        } catch (IOException e) {
            throw new BrokenException(wire.broken("the connection broke during the login", e));
        }
    }

    private void checkInUse() {
        if (over) {
            throw new IllegalStateException("the dialogue ended when its provider returned");
        }
    }

    /** Takes the connection back for messages, if the provider has said anything. */
    public void end() {
        over = true;
        if (spoken && session.phase() == Phase.RAW_AUTHENTICATION) {
            session.rawAuthenticationEnded();
        }
        if (beneath && session.buffered() > 0) {
            throw new PgProtocolException("the server has sent more beneath the encryption than the login takes");
        }
    }
}
