package io.github.pgtwo.peers.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** Answers what a client says as was recorded, at no cost that would hide what the client costs. */
public final class ReplayServer extends Listener {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Recording recording;

    /** Begins to listen. */
    public ReplayServer(Recording recording) throws IOException {
        this.recording = recording;
        start();
    }

    @Override
    void serve(Socket client) throws IOException {
        client.setSoTimeout(PATIENCE_MILLIS);
        InputStream in = client.getInputStream();
        OutputStream out = client.getOutputStream();
        ByteArrayOutputStream question = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 << 10];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            question.write(buffer, 0, count);
            Optional<byte[]> answer = recording.answerTo(question.toByteArray());
            if (answer.isPresent()) {
                question.reset();
                out.write(answer.get());
            }
        }
    }
}
