package io.github.pgtwo.peers.client;

/**
 * One connection of a client, and what all of them are asked to do. Each call returns something to check by; what a
 * client cannot do it does not override.
 */
interface Conversation extends Open {
    /** Reads each value of each row as int or, {@linkplain Tables#isText every third}, as String; returns {@link Sums} of them. */
    default long rows(String sql) throws Exception {
        throw new UnsupportedOperationException("rows");
    }

    /** Reads one text column of each row; returns {@link Sums} of it. */
    default long column(String sql, int column) throws Exception {
        throw new UnsupportedOperationException("column");
    }

    /** Passes the data of a COPY TO STDOUT over to a consumer; returns how many bytes that were. */
    default long copyOut(String sql) throws Exception {
        throw new UnsupportedOperationException("copyOut");
    }

    /** Sends a chunk of whole lines so many times, in a transaction; returns how many rows the server has got. */
    default long copyIn(String sql, byte[] chunk, int times) throws Exception {
        throw new UnsupportedOperationException("copyIn");
    }

    /** Asks for a number so many times; returns the sum. */
    default long ping(int times) throws Exception {
        throw new UnsupportedOperationException("ping");
    }

    /** The same with so many questions asked before the first answer is read. */
    default long pipeline(int times, int depth) throws Exception {
        throw new UnsupportedOperationException("pipeline");
    }

    /** Reads the one value of a query as String; returns its length. */
    default long text(String sql) throws Exception {
        throw new UnsupportedOperationException("text");
    }

    /** Passes the one value of a query over to a consumer piece by piece; returns its length. */
    default long streamed(String sql) throws Exception {
        throw new UnsupportedOperationException("streamed");
    }

    /** Runs a statement without rows. */
    default void run(String sql) throws Exception {
        throw new UnsupportedOperationException("run");
    }
}
