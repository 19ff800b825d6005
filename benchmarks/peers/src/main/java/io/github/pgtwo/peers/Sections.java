package io.github.pgtwo.peers;

import static io.github.pgtwo.peers.client.Peer.DRAIN;
import static io.github.pgtwo.peers.client.Peer.HAND;
import static io.github.pgtwo.peers.client.Peer.PGJDBC_V2;
import static io.github.pgtwo.peers.client.Peer.PGJDBC_V2_CURSOR;
import static io.github.pgtwo.peers.client.Peer.PGJDBC_V3;
import static io.github.pgtwo.peers.client.Peer.PGJDBC_V3_FETCH;
import static io.github.pgtwo.peers.client.Peer.PGTWO;
import static io.github.pgtwo.peers.client.Peer.PGTWO_CODEC;
import static io.github.pgtwo.peers.client.Peer.PGTWO_ROWS;
import static io.github.pgtwo.peers.client.Peer.PGTWO_STATED;

import io.github.pgtwo.peers.client.Peer;
import io.github.pgtwo.peers.client.Tables;
import io.github.pgtwo.peers.client.Work;
import java.util.List;
import java.util.Optional;

/** All tables, with their bars. */
final class Sections {
    private static final List<Peer> READERS = List.of(
            DRAIN, HAND, PGTWO_CODEC, PGTWO, PGTWO_ROWS, PGJDBC_V2, PGJDBC_V2_CURSOR, PGJDBC_V3, PGJDBC_V3_FETCH);
    private static final List<Peer> PLAIN = List.of(DRAIN, HAND, PGTWO_CODEC, PGTWO, PGTWO_ROWS, PGJDBC_V2, PGJDBC_V3);
    private static final int CHUNKS_OF_200_MB = 200_000_000 / Work.CHUNK;

    static final List<Section> ALL = List.of(
            new Comparison(
                    Work.ROWS,
                    "2,000,000 rows of 10 columns, every value read as int or String",
                    Tables.ROWS,
                    1,
                    Unit.SECONDS,
                    READERS,
                    List.of(
                            Bar.cpu(1.17, HAND),
                            Bar.cpu(1, PGJDBC_V2),
                            Bar.cpu(1, PGJDBC_V2_CURSOR),
                            Bar.cpu(1, PGJDBC_V3),
                            Bar.cpu(1, PGJDBC_V3_FETCH))),
            new Comparison(
                    Work.RECORDED,
                    "the same rows from a recorded stream, 200 x 10,000, for each row",
                    200,
                    Tables.RECORDED_ROWS,
                    Unit.NANOS,
                    PLAIN,
                    List.of(Bar.cpu(1.2, HAND), Bar.allocated(240))),
            new Comparison(
                    Work.WIDE,
                    "500,000 rows of 1 kB, one of ten columns read",
                    Tables.WIDE_ROWS,
                    1,
                    Unit.SECONDS,
                    READERS,
                    List.of(Bar.cpu(1.1, HAND))),
            new Comparison(
                    Work.COPY_OUT,
                    "COPY out, 500 MB as bytes",
                    Tables.WIDE_ROWS,
                    1,
                    Unit.SECONDS,
                    List.of(DRAIN, PGTWO, PGJDBC_V3),
                    List.of(Bar.cpu(1.15, DRAIN))),
            new Comparison(
                    Work.COPY_IN,
                    "COPY in, 200 MB",
                    CHUNKS_OF_200_MB,
                    1,
                    Unit.SECONDS,
                    List.of(HAND, PGTWO),
                    List.of(Bar.wall(1.02, HAND), Bar.cpu(1.2, HAND))),
            new Comparison(
                    Work.PING,
                    "20,000 x SELECT 1, for each",
                    20_000,
                    1,
                    Unit.MICROS,
                    PLAIN,
                    List.of(Bar.wall(1.05, HAND), Bar.cpu(1.1, HAND), Bar.allocated(100))),
            new Comparison(
                    Work.PIPELINE,
                    "the same by 100 at once, for each",
                    100_000,
                    1,
                    Unit.MICROS,
                    List.of(HAND, PGTWO),
                    List.of(Bar.wall(1 / 0.9, HAND))),
            new Comparison(
                    Work.CONNECT,
                    "1,000 x connect, md5 login, SELECT 1, close, for each",
                    4, // C2 wants a method called 5,000 times
                    1000,
                    1,
                    Unit.MICROS,
                    List.of(HAND, PGTWO, PGTWO_STATED, PGJDBC_V2, PGJDBC_V3),
                    List.of(Bar.cpu(1.4, HAND))),
            new Comparison(
                    Work.VALUE,
                    "one value of 200 MB as String, for each",
                    4,
                    1,
                    Unit.SECONDS_EACH,
                    List.of(DRAIN, HAND, PGTWO, PGJDBC_V2, PGJDBC_V3),
                    List.of(Bar.cpu(1, HAND))),
            new Comparison(
                    Work.STREAMED,
                    "one value of 200 MB to a consumer, for each",
                    4,
                    1,
                    Unit.SECONDS_EACH,
                    List.of(DRAIN, HAND, PGTWO),
                    List.of(Bar.cpu(1.6, DRAIN))),
            new Comparison(
                    Work.THREADS_PING,
                    "8 connections at once, 10,000 x SELECT 1 on each, for each",
                    10_000,
                    8,
                    Unit.MICROS,
                    PLAIN,
                    List.of(Bar.cpu(1.15, HAND))),
            new Comparison(
                    Work.THREADS_ROWS,
                    "8 connections at once, 250,000 rows of 10 columns on each",
                    250_000,
                    8,
                    Unit.SECONDS,
                    PLAIN,
                    List.of(Bar.cpu(1.2, HAND))),
            new Cold(),
            new SmallestHeap(),
            new Growth());

    private Sections() {}

    static Optional<Section> of(String name) {
        return ALL.stream().filter(section -> section.name().equals(name)).findFirst();
    }
}
