package io.github.pgtwo.codec.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.RowDescription;
import io.github.pgtwo.codec.backend.SslResponse;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import io.github.pgtwo.codec.frontend.FrontendKind;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.codec.session.ServerSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A client and a server that say whatever is legal, one message at a time, in random pieces. */
final class RandomConversation {
    private static final int NO_ROWS = -1;
    private static final int MOST_REQUESTS = 3;

    /** What leads to an early end is said seldom, so that the rest is said often. */
    private static final Set<Enum<?>> ENDS =
            Set.of(FrontendKind.CANCEL_REQUEST, FrontendKind.TERMINATE, BackendKind.ERROR_RESPONSE);

    private final Map<FrontendKind, Integer> clientSaid = new EnumMap<>(FrontendKind.class);
    private final Map<BackendKind, Integer> serverSaid = new EnumMap<>(BackendKind.class);
    private final Random random;
    private final RandomMessages messages;
    private ClientSession client = new ClientSession(ProtocolLimits.DEFAULT);
    private ServerSession server = new ServerSession(ProtocolLimits.DEFAULT);
    private int columns = NO_ROWS;
    private int requests;
    private int requested;

    RandomConversation(Random random) {
        this.random = random;
        messages = new RandomMessages(random);
    }

    void begin() {
        client = new ClientSession(ProtocolLimits.DEFAULT);
        server = new ServerSession(ProtocolLimits.DEFAULT);
        columns = NO_ROWS;
        requests = 0;
    }

    Map<FrontendKind, Integer> clientSaid() {
        return clientSaid;
    }

    Map<BackendKind, Integer> serverSaid() {
        return serverSaid;
    }

    void assertSamePhase() {
        assertThat(client.phase()).isEqualTo(server.phase());
        assertThat(client.buffered()).isZero();
        assertThat(server.buffered()).isZero();
    }

    /** Says one thing; false if nobody can. */
    boolean say() {
        if (client.phase() == Phase.RAW_AUTHENTICATION && random.nextInt(4) == 0) {
            client.rawAuthenticationEnded();
            server.rawAuthenticationEnded();
            return true;
        }
        List<Enum<?>> kinds = new ArrayList<>(List.of(BackendKind.values()));
        // pipelining is left out: the server would take the command only in its turn
        if (client.unanswered() == 0 || client.phase() == Phase.COPY_IN) {
            kinds.addAll(List.of(FrontendKind.values()));
        }
        Collections.shuffle(kinds, random);
        for (Enum<?> kind : kinds) {
            if (says(kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean says(Enum<?> kind) {
        if (ENDS.contains(kind) && random.nextInt(10) > 0) {
            return false;
        }
        if (kind instanceof BackendKind ofServer) {
            return serverSays(ofServer);
        }
        return clientSays((FrontendKind) kind);
    }

    private boolean clientSays(FrontendKind kind) {
        FrontendMessage message = messages.client(kind);
        Bytes wire;
        try {
            wire = client.send(message);
        } catch (LocalProtocolException e) {
            return isForeign(kind) && strangerSays(message);
        }
        clientSaid.merge(kind, 1, Integer::sum);
        serverTakes(message, wire);
        return true;
    }

    /** What a server meets, though our client never says it. */
    private static boolean isForeign(FrontendKind kind) {
        return kind == FrontendKind.GSS_ENCRYPTION_REQUEST || kind == FrontendKind.UNSUPPORTED_STARTUP;
    }

    /** The server understands it and refuses; behind GSSENCRequest the client may go on as if nothing had been said. */
    private boolean strangerSays(FrontendMessage message) {
        if (server.phase().fromClient() != FrontendDecoder.Expected.FIRST_PACKET || random.nextInt(10) > 0) {
            return false;
        }
        clientSaid.merge(message.kind(), 1, Integer::sum);
        serverTakes(message, message.encode());
        if (server.phase() == Phase.GSS_ANSWER) {
            assertThat(server.send(new SslResponse(false))).isEqualTo(Bytes.utf8("N"));
        } else {
            server.send((ErrorResponse) messages.server(BackendKind.ERROR_RESPONSE));
            assertThat(server.phase()).isEqualTo(Phase.CLOSING);
            begin();
        }
        return true;
    }

    private void serverTakes(FrontendMessage message, Bytes wire) {
        if (server.phase() == Phase.CLOSING) {
            serverDrops(wire);
            return;
        }
        switch (message.kind()) {
            case CLIENT_RAW_BYTES -> {
                feedServer(wire);
                assertThat(server.peekRaw(wire.length())).contains(wire);
                assertThat(server.takeRaw(wire.length())).contains(wire);
            }
            case COPY_IN_DATA ->
                assertThat(Pieces.joined(random, wire, this::feedServer, this::takeFromClient))
                        .isEqualTo(wire);
            default -> {
                Pieces.cut(random, wire, this::feedServer);
                assertThat(server.next()).isTrue();
                assertThat(server.message()).isEqualTo(message);
            }
        }
    }

    /** A server that is about to close reads nothing but the end. */
    private void serverDrops(Bytes wire) {
        Pieces.cut(random, wire, this::feedServer);
        assertThat(server.next()).isFalse();
        assertThat(server.buffered()).isZero();
        server.receivedEndOfStream();
        assertThat(server.next()).isFalse();
    }

    private void feedServer(Bytes piece) {
        server.received(piece);
    }

    private Bytes takeFromClient() {
        return server.next() ? ((CopyInData) server.message()).data() : Bytes.EMPTY;
    }

    private boolean serverSays(BackendKind kind) {
        boolean row = kind == BackendKind.ASCII_ROW || kind == BackendKind.BINARY_ROW;
        BackendMessage message = row && columns != NO_ROWS ? messages.server(kind, columns) : messages.server(kind);
        if (harasses(message)) {
            return false;
        }
        Bytes wire;
        try {
            wire = server.send(message);
        } catch (LocalProtocolException e) {
            return false;
        }
        assertThat(row && columns == NO_ROWS).isFalse();
        serverSaid.merge(kind, 1, Integer::sum);
        follow(message);
        clientTakes(message, wire);
        return true;
    }

    /** A server may ask as often as it likes; a client bears one method, three times. */
    private boolean harasses(BackendMessage message) {
        return message instanceof Authentication request
                && message.kind() != BackendKind.AUTHENTICATION_OK
                && requests > 0
                && (requests == MOST_REQUESTS || request.code() != requested);
    }

    private void follow(BackendMessage message) {
        switch (message.kind()) {
            case AUTHENTICATION_PASSWORD, AUTHENTICATION_RAW, AUTHENTICATION_UNKNOWN -> {
                requests++;
                requested = ((Authentication) message).code();
            }
            case ROW_DESCRIPTION ->
                columns = ((RowDescription) message).columns().size();
            case COPY_IN_RESPONSE, COPY_OUT_RESPONSE -> columns = NO_ROWS;
            case COMPLETED_RESPONSE, ERROR_RESPONSE, EMPTY_QUERY_RESPONSE, READY_FOR_QUERY -> columns = NO_ROWS;
            default -> {}
        }
    }

    private void clientTakes(BackendMessage message, Bytes wire) {
        switch (message.kind()) {
            case SERVER_RAW_BYTES -> {
                feedClient(wire);
                assertThat(client.takeRaw(wire.length())).contains(wire);
            }
            case COPY_OUT_DATA ->
                assertThat(Pieces.joined(random, wire, this::feedClient, this::takeFromServer))
                        .isEqualTo(wire);
            default -> {
                Pieces.cut(random, wire, this::feedClient);
                assertThat(client.next()).isTrue();
                assertThat(client.message()).isEqualTo(message);
            }
        }
    }

    private void feedClient(Bytes piece) {
        client.received(piece.toByteArray(), 0, piece.length());
    }

    private Bytes takeFromServer() {
        return client.next() ? ((CopyOutData) client.message()).data() : Bytes.EMPTY;
    }
}
