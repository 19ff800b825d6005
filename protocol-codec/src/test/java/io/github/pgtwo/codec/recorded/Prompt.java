package io.github.pgtwo.codec.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.RemoteProtocolException;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.session.SessionListener;
import java.util.List;

/** Hears what an earlier play has heard, and asserts that each message comes with the piece that has its last byte. */
final class Prompt implements SessionListener {
    /** So many bytes of copy data may turn out to begin its end. */
    private static final int HELD_BACK = 2;

    private final Transcript transcript = new Transcript();
    private final List<Object> whole;
    private int next;
    private int copied;
    private int waitingOfClient;
    private int waitingOfServer;

    private Prompt(List<Object> whole) {
        this.whole = whole;
    }

    /** All that is heard of a recording that is not cut, and the error that ends it, if one does. */
    static List<Object> whole(Recording recording) {
        return messages(recording, Observed.Cuts.NONE, List.of());
    }

    /** The same in pieces, the whole being known. */
    static List<Object> messages(Recording recording, Observed.Cuts cuts, List<Object> whole) {
        // the length of a padded packet cannot be told from what was read of it
        Prompt prompt = new Prompt(Oddities.padded(recording) ? List.of() : whole);
        try {
            Observed.play(recording, cuts, prompt, prompt::fed);
        } catch (RemoteProtocolException e) {
            prompt.transcript.messages().add(String.valueOf(e.getMessage()));
        }
        return prompt.transcript.messages();
    }

    @Override
    public void client(FrontendMessage message) {
        waitingOfClient -= message.wireLength();
        transcript.client(message);
        heard(message, message.wireLength());
    }

    @Override
    public void server(BackendMessage message) {
        waitingOfServer -= message.wireLength();
        transcript.server(message);
        heard(message, message.wireLength());
    }

    private void heard(Object message, int length) {
        copied = isCopyData(message) ? copied + length : 0;
        if (next < whole.size() && (!isCopyData(message) || copied >= length(whole.get(next)))) {
            next++;
            copied = 0;
        }
    }

    private void fed(boolean client, int bytes) {
        if (client) {
            waitingOfClient += bytes;
        } else {
            waitingOfServer += bytes;
        }
        if (next < whole.size() && isLate(whole.get(next))) {
            assertThat(transcript.messages()).as("late").isEqualTo(whole);
        }
    }

    private boolean isLate(Object message) {
        int left = length(message) - copied;
        int waiting = message instanceof FrontendMessage ? waitingOfClient : waitingOfServer;
        return waiting >= (isCopyData(message) ? Math.min(left, HELD_BACK + 1) : left);
    }

    private static boolean isCopyData(Object message) {
        return message instanceof CopyInData || message instanceof CopyOutData;
    }

    /** That of a refusal is never reached. */
    private static int length(Object message) {
        if (message instanceof FrontendMessage client) {
            return client.wireLength();
        }
        return message instanceof BackendMessage server ? server.wireLength() : Integer.MAX_VALUE;
    }
}
