package io.github.pgtwo.peers.client;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Work on one connection, on several, and on ever new ones. */
final class Tasks {
    private static final int BUSY_QUERIES = 2000;

    private Tasks() {}

    static Task single(Client client, Load load) throws Exception {
        Conversation conversation = client.connect();
        return new Task() {
            @Override
            public long run(int count) throws Exception {
                return load.run(conversation, count);
            }

            @Override
            public void close() throws IOException, SQLException {
                conversation.close();
            }
        };
    }

    static Task crowd(Client client, int size, Load load) throws Exception {
        return new Crowd(client, size, load);
    }

    static Task connecting(Client client) {
        return without(count -> {
            long sum = 0;
            for (int i = 0; i < count; i++) {
                try (Conversation conversation = client.connect()) {
                    sum += conversation.ping(1);
                }
            }
            return sum;
        });
    }

    /** Connections that stay open up to the end. */
    static Task idle(Client client) {
        List<Conversation> open = new ArrayList<>();
        return new Task() {
            @Override
            public long run(int count) throws Exception {
                while (open.size() < count) {
                    open.add(client.connect());
                }
                return open.size();
            }

            @Override
            public void close() throws IOException, SQLException {
                for (Conversation conversation : open) {
                    conversation.close();
                }
            }
        };
    }

    /** Connections that are busy at once, in threads that live up to the end so that their time is counted. */
    static Task busy(Client client) {
        List<Crowd> crowds = new ArrayList<>();
        return new Task() {
            @Override
            public long run(int count) throws Exception {
                Crowd crowd = new Crowd(client, count, Conversation::ping);
                crowds.add(crowd);
                return crowd.run(BUSY_QUERIES);
            }

            @Override
            public void close() throws IOException, SQLException {
                for (Crowd crowd : crowds) {
                    crowd.close();
                }
            }
        };
    }

    /** What can be run. */
    @FunctionalInterface
    private interface Running {
        long run(int count) throws Exception;
    }

    private static Task without(Running running) {
        return new Task() {
            @Override
            public long run(int count) throws Exception {
                return running.run(count);
            }

            @Override
            public void close() {
                // nothing stays open
            }
        };
    }
}
