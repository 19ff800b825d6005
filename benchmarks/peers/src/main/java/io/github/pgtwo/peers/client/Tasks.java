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

    /** Connections that stay open. */
    static Task idle(Client client) {
        return leaving((count, open) -> {
            for (int i = 0; i < count; i++) {
                open.add(client.connect());
            }
            return count;
        });
    }

    /** Connections that are busy at once, in threads that live on so that their time is counted. */
    static Task busy(Client client) {
        return leaving((count, open) -> {
            Crowd crowd = new Crowd(client, count, Conversation::ping);
            open.add(crowd);
            return crowd.run(BUSY_QUERIES);
        });
    }

    /** What leaves things open. */
    @FunctionalInterface
    private interface Leaving {
        long run(int count, List<Open> open) throws Exception;
    }

    private static Task leaving(Leaving leaving) {
        List<Open> open = new ArrayList<>();
        return new Task() {
            @Override
            public long run(int count) throws Exception {
                return leaving.run(count, open);
            }

            @Override
            public void clear() throws IOException, SQLException {
                for (Open one : open) {
                    one.close();
                }
                open.clear();
            }

            @Override
            public void close() throws IOException, SQLException {
                clear();
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
