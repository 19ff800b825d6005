package io.github.pgtwo.examples;

import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import io.github.pgtwo.codec.frontend.Terminate;
import io.github.pgtwo.codec.session.ClientSession;
import io.github.pgtwo.codec.session.Phase;
import io.github.pgtwo.codec.trace.MessageTrace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A conversation with nothing but the codec and a socket; arguments: host, port, user, database, SQL. */
public final class CodecOnly {
    private CodecOnly() {}

    /** Logs in where no password is asked for, runs the SQL, and prints what the server says. */
    public static void main(String[] args) throws IOException {
        try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
            talk(socket.getInputStream(), socket.getOutputStream(), args);
        }
    }

    private static void talk(InputStream in, OutputStream out, String[] args) throws IOException {
        // codec.md: begin
        ClientSession session = new ClientSession(ProtocolLimits.DEFAULT);
        WireWriter writer = new WireWriter();
        session.send(StartupPacket.of(args[2], args[3]), writer);
        boolean asked = false;
        while (session.phase() != Phase.CLOSED) {
            writer.drainTo(out::write);
            if (session.receive(in::read) < 0) {
                session.receivedEndOfStream();
            }
            while (session.next()) {
                System.out.println(MessageTrace.server(session.message()));
            }
            if (session.phase() == Phase.IDLE) {
                session.send(asked ? new Terminate() : Query.of(args[4]), writer);
                asked = true;
            }
        }
        // codec.md: end
        writer.drainTo(out::write);
    }
}
