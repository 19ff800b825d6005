package io.github.pgtwo.peers.replay;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** What a server has answered to each thing that a client has said, in a conversation in which they take turns. */
public final class Recording {
    private final Map<ByteBuffer, byte[]> answers = new HashMap<>();
    private final ReentrantLock talking = new ReentrantLock();
    private final ByteArrayOutputStream question = new ByteArrayOutputStream();
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

    /** What was answered to exactly these bytes. */
    Optional<byte[]> answerTo(byte[] asked) {
        return Optional.ofNullable(answers.get(ByteBuffer.wrap(asked)));
    }

    /** The client says more, or begins anew if it was answered. */
    void client(byte[] from, int length) {
        talking.lock();
        try {
            if (answer.size() > 0) {
                keep();
            }
            question.write(from, 0, length);
        } finally {
            talking.unlock();
        }
    }

    void server(byte[] from, int length) {
        talking.lock();
        try {
            answer.write(from, 0, length);
        } finally {
            talking.unlock();
        }
    }

    private void keep() {
        answers.put(ByteBuffer.wrap(question.toByteArray()), answer.toByteArray());
        question.reset();
        answer.reset();
    }
}
