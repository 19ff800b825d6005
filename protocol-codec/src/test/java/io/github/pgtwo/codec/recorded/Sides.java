package io.github.pgtwo.codec.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.session.SessionListener;
import java.util.ArrayList;
import java.util.List;

/** What each side has said, as an observer has heard it. */
final class Sides implements SessionListener {
    private final List<FrontendMessage> client = new ArrayList<>();
    private final List<BackendMessage> server = new ArrayList<>();

    static Sides of(Recording recording) {
        Sides sides = new Sides();
        try {
            Observed.play(recording, sides);
        } catch (RemoteProtocolException e) {
            assertThat(e).hasMessage(Oddities.refusal(recording));
        }
        return sides;
    }

    @Override
    public void client(FrontendMessage message) {
        client.add(message);
    }

    @Override
    public void server(BackendMessage message) {
        server.add(message);
    }

    List<FrontendMessage> client() {
        return client;
    }

    List<BackendMessage> server() {
        return server;
    }

    /** What one side has said, copy data joined. */
    List<Object> joined(boolean byClient) {
        Transcript transcript = new Transcript();
        if (byClient) {
            client.forEach(transcript::client);
        } else {
            server.forEach(transcript::server);
        }
        return transcript.messages();
    }

    Bytes clientWire() {
        WireWriter out = new WireWriter();
        client.forEach(message -> message.write(out));
        return out.take();
    }

    Bytes serverWire() {
        WireWriter out = new WireWriter();
        server.forEach(message -> message.write(out));
        return out.take();
    }

    /** What the client said too late to be heard; the server was to take it for such messages. */
    void addUnheard(Recording recording, FrontendDecoder.Expected expected) {
        byte[] rest = recording.sent(true).toByteArray();
        FrontendDecoder decoder = new FrontendDecoder(ProtocolLimits.DEFAULT);
        decoder.expect(expected);
        int heard = clientWire().length();
        decoder.received(rest, heard, rest.length - heard);
        while (decoder.next()) {
            client.add(decoder.message());
        }
    }
}
