package io.github.pgtwo.codec.recorded;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.session.SessionListener;
import java.util.ArrayList;
import java.util.List;

/** Keeps what was said; copy data of one side is joined, since it may be cut anywhere. */
final class Transcript implements SessionListener {
    private final List<Object> messages = new ArrayList<>();
    private final WireWriter copy = new WireWriter();
    private boolean copyByClient;

    List<Object> messages() {
        endCopy();
        return messages;
    }

    @Override
    public void client(FrontendMessage message) {
        if (message instanceof CopyInData data) {
            addCopy(data.data(), true);
        } else {
            endCopy();
            messages.add(message);
        }
    }

    @Override
    public void server(BackendMessage message) {
        if (message instanceof CopyOutData data) {
            addCopy(data.data(), false);
        } else {
            endCopy();
            messages.add(message);
        }
    }

    private void addCopy(Bytes data, boolean byClient) {
        if (copyByClient != byClient) {
            endCopy();
        }
        copyByClient = byClient;
        copy.bytes(data);
    }

    private void endCopy() {
        if (copy.length() > 0) {
            Bytes data = copy.take();
            messages.add(copyByClient ? new CopyInData(data) : new CopyOutData(data));
        }
    }
}
