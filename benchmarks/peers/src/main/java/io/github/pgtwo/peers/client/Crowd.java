package io.github.pgtwo.peers.client;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Connections that do the same at once, each in a thread of its own, which lives on so that its time is counted. */
final class Crowd implements Task {
    private final List<Conversation> conversations = new ArrayList<>();
    private final ExecutorService threads;
    private final Load load;

    Crowd(Client client, int size, Load load) throws Exception {
        for (int i = 0; i < size; i++) {
            conversations.add(client.connect());
        }
        threads = Executors.newFixedThreadPool(size);
        this.load = load;
    }

    @Override
    public long run(int count) throws Exception {
        List<Callable<Long>> calls = new ArrayList<>();
        for (Conversation conversation : conversations) {
            calls.add(() -> load.run(conversation, count));
        }
        long sum = 0;
        for (Future<Long> done : threads.invokeAll(calls)) {
            sum += done.get();
        }
        return sum;
    }

    @Override
    public void close() throws IOException, SQLException {
        threads.shutdown();
        for (Conversation conversation : conversations) {
            conversation.close();
        }
    }
}
