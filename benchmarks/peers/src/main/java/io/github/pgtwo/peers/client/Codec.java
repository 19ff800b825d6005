package io.github.pgtwo.peers.client;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.Authentication.Md5Password;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.RowView;
import io.github.pgtwo.codec.backend.RowVisitor;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.session.ClientSession;
import java.io.IOException;
import java.net.Socket;

/** The codec on a socket, whose rows are looked at where they lie: what a client on top of it can reach. */
final class Codec implements Conversation {
    private final Socket socket;
    private final ClientSession session = new ClientSession(ProtocolLimits.DEFAULT);
    private final WireWriter writer = new WireWriter();

    Codec(Place place) throws IOException {
        socket = new Socket(place.host(), place.port());
        socket.setTcpNoDelay(true);
        send(StartupPacket.of(Place.USER, Place.DATABASE));
        await(row -> {});
    }

    private void send(FrontendMessage message) throws IOException {
        session.send(message, writer);
        writer.drainTo(socket.getOutputStream()::write);
    }

    /** Up to ReadyForQuery. */
    private void await(RowVisitor visitor) throws IOException {
        while (true) {
            while (!session.next(visitor)) {
                session.receive(socket.getInputStream()::read);
            }
            if (session.message() instanceof Md5Password asked) {
                byte[] salt = asked.challenge().toByteArray();
                send(new PasswordPacket(Bytes.utf8(Md5.answer(Place.USER, Place.USER, salt, 0))));
            }
            if (session.message().kind() == BackendKind.READY_FOR_QUERY) {
                return;
            }
        }
    }

    private void show(String sql, RowVisitor visitor) throws IOException {
        send(Query.of(sql));
        await(visitor);
    }

    @Override
    public long rows(String sql) throws IOException {
        AllColumns columns = columns();
        show(sql, columns);
        return columns.sum();
    }

    private static AllColumns columns() {
        return new AllColumns() {
            @Override
            long number(RowView row, int column) {
                return ByHand.number(row.array(), row.offset(column), row.length(column));
            }
        };
    }

    @Override
    public long column(String sql, int column) throws IOException {
        OneColumn one = new OneColumn(column);
        show(sql, one);
        return one.sum();
    }

    @Override
    public long ping(int times) throws IOException {
        AllColumns columns = columns();
        for (int i = 0; i < times; i++) {
            show("SELECT 1", columns);
        }
        return columns.sum();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
