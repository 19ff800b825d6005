package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.CopyIn;
import io.github.pgtwo.client.CopyOut;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.copy.CopyFormat;
import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.copy.CopyRow;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.codec.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class CopyContract extends ServerContract {
    private static final List<String> NASTY = Arrays.asList(
            "",
            null,
            "\\N",
            "\\.",
            "\\",
            "\\\\",
            "\t",
            "\n",
            "\r\n",
            "a\tb|c\\d\ne",
            "\b\f\u000b\u001b\u007f",
            "Füße, 表, \uD83D\uDC18",
            "Q select 1",
            "E",
            "\\x41\\101",
            " ",
            "x".repeat(300_000),
            "\\".repeat(70_000),
            "\n".repeat(70_000));

    private PgConnection connection;

    @BeforeEach
    void openWithATable() {
        connection = connect();
        connection.query("create table if not exists copied (a int, b text)");
        connection.query("truncate copied");
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private String count() {
        try (PgConnection other = connect()) {
            return other.query("select count(*) from copied").rows().get(0).text(0);
        }
    }

    @Test
    void nastyValuesComeBackAsTheyWere() {
        assertRoundTrip(CopyFormat.DEFAULT, "");
        assertRoundTrip(new CopyFormat('|', "a null"), " with delimiter '|' null 'a null'");
    }

    private void assertRoundTrip(CopyFormat format, String options) {
        connection.query("truncate copied");
        try (CopyIn in = connection.copyIn("copy copied from stdin" + options).format(format)) {
            for (int i = 0; i < NASTY.size(); i++) {
                in.row("" + i, NASTY.get(i));
            }
            assertThat(in.complete()).hasValue(NASTY.size());
            assertThat(in.outcome()).hasValue(CopyOutcome.COMMITTED);
        }
        assertThat(connection.query("select b from copied order by a").rows())
                .extracting(row -> row.text(0))
                .isEqualTo(NASTY);
        String ordered = "copy (select a, b from copied order by a) to stdout" + options;
        List<String> back = new ArrayList<>();
        try (CopyOut out = connection.copyOut(ordered).format(format)) {
            for (CopyRow row = out.nextRow(); row != null; row = out.nextRow()) {
                assertThat(row.columns()).isEqualTo(2);
                back.add(row.text(1));
            }
            assertThat(out.rows()).hasValue(NASTY.size());
        }
        assertThat(back).isEqualTo(NASTY);
    }

    @Test
    void aFileOfAnyShapeGoesInAndOutAsItIs() throws IOException {
        byte[] file = "1\tone\n2\t\\N\n3\ta\\\\b\\tc\n".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        List<Long> progress = new ArrayList<>();
        try (CopyIn in = connection.copyIn("copy copied from stdin")) {
            in.transferFrom(new ByteArrayInputStream(file), progress::add);
            assertThat(in.complete()).hasValue(60_000);
        }
        assertThat(progress).endsWith((long) file.length).isSorted();
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        try (CopyOut out = connection.copyOut("copy copied to stdout; select 1")) {
            assertThat(out.writeTo(back)).isEqualTo(file.length);
        }
        assertThat(back.toByteArray()).isEqualTo(file);
        assertAnswers(connection);
    }

    @Test
    void aWrongColumnCountClosesAndNothingRemains() {
        CopyIn in = connection.copyIn("copy copied from stdin");
        in.row("1", "good");
        in.row("2", "too", "many");
        assertThatThrownBy(in::complete)
                .isInstanceOfSatisfying(
                        PgServerException.class,
                        thrown -> assertThat(thrown.fatal()).isTrue())
                .hasMessageContaining("extra data");
        assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
        assertThat(connection.isOpen()).isFalse();
        assertThat(count()).isEqualTo("0");
    }

    /** The rest of the data begins like a query: it must not become one. */
    @Test
    void anErrorInTheMiddleOfMuchDataIsHeardWhileWriting() {
        CopyIn in = connection.copyIn("copy copied from stdin");
        in.write(Bytes.utf8("x\tbad\n"));
        byte[] more = "Qdrop table copied\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 2000; i++) {
                        in.write(more, 0, more.length);
                    }
                })
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("invalid input syntax");
        assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void givingUpLeavesNothing() {
        try (CopyIn in = connection.copyIn("copy copied from stdin")) {
            in.write(Bytes.utf8("1\tone\n".repeat(50_000)));
        }
        assertThat(connection.isOpen()).isFalse();
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void inATransactionOfTheCaller() {
        connection.query("begin");
        assertThatThrownBy(() -> connection.copyIn("copy copied from stdin")).isInstanceOf(PgUsageException.class);
        try (CopyIn in = connection.copyInTransaction("copy copied from stdin")) {
            in.row("1", "one");
            in.complete();
            assertThat(in.outcome()).hasValue(CopyOutcome.LEFT_TO_CALLER);
        }
        assertThat(count()).isEqualTo("0");
        connection.query("commit");
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void withoutATransactionTheCopyIsOne() {
        try (CopyIn in = connection.copyInTransaction("copy copied from stdin")) {
            in.row("1", "one");
            in.complete();
            assertThat(in.outcome()).hasValue(CopyOutcome.COMMITTED);
        }
        assertThat(count()).isEqualTo("1");
    }

    @Test
    void whatIsNoCopyIsRefusedAndTheConnectionGoesOn() throws IOException {
        assertThatThrownBy(() -> connection.copyIn("insert into copied values (1, 'x')"))
                .isInstanceOf(PgUsageException.class);
        assertThatThrownBy(() -> connection.copyIn("copy copied to stdout")).isInstanceOf(PgUsageException.class);
        assertThatThrownBy(() -> connection.copyIn("copy no_such from stdin")).isInstanceOf(PgServerException.class);
        assertThatThrownBy(() -> connection.copyOut("select 1")).isInstanceOf(PgUsageException.class);
        assertThatThrownBy(() -> connection.copyOut("copy no_such to stdout")).isInstanceOf(PgServerException.class);
        assertAnswers(connection);
        assertThat(count()).isEqualTo("0");
    }

    @Test
    void aConstraintThatIsCheckedByTheCommit() {
        connection.query("create temp table parent (a int primary key)");
        connection.query("create temp table child (a int references parent deferrable initially deferred)");
        CopyIn in = connection.copyIn("copy child from stdin");
        in.row("7");
        assertThatThrownBy(in::complete).isInstanceOf(PgServerException.class).hasMessageContaining("foreign key");
        assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
        assertThat(connection.query("select count(*) from child").rows().get(0).text(0))
                .isEqualTo("0");
    }

    /** Each row makes the server talk: if nobody listened while writing, both sides would wait for ever. */
    @Test
    void aNoticeForEachOf200000Rows() {
        AtomicInteger heard = new AtomicInteger();
        var listener = new ConnectionListener() {
            @Override
            public void notice(ServerMessage notice) {
                heard.incrementAndGet();
            }
        };
        try (PgConnection talkative =
                clientOf(Servers.thirteen()).listener(listener).build().connect()) {
            talkative.query("create temp table loud (a int, b text)");
            talkative.query("create function pg_temp.shout() returns trigger language plpgsql as"
                    + " 'begin raise notice ''row % %'', new.a, repeat(''x'', 100); return new; end'");
            talkative.query(
                    "create trigger shouting before insert on loud for each row execute function pg_temp.shout()");
            heard.set(0);
            try (CopyIn in = talkative.copyIn("copy loud from stdin")) {
                in.write(Bytes.utf8(("1\t" + "y".repeat(100) + "\n").repeat(200_000))); // more than buffers hold
                assertThat(in.complete()).hasValue(200_000);
            }
        }
        assertThat(heard).hasValue(200_000);
    }

    @Test
    void closingInTheMiddleOfMuchDataCancelsAndFreesTheConnection() {
        try (CopyOut out = connection.copyOut("copy (select generate_series(1, 1000000000)) to stdout")) {
            assertThat(out.nextLine()).isEqualTo(Bytes.utf8("1"));
        }
        assertAnswers(connection);
    }

    @Test
    void aFailingStreamLeavesTheConnectionUsable() {
        IOException full = new IOException("disk full");
        CopyOut out = connection.copyOut("copy (select generate_series(1, 1000000000)) to stdout");
        assertThatThrownBy(() -> out.writeTo(new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw full;
                    }
                }))
                .isSameAs(full);
        assertAnswers(connection);
    }

    @Test
    void aCancelOfAnotherThreadIsAnErrorOfTheCopy() {
        CopyOut out = connection.copyOut("copy (select generate_series(1, 1000000000)) to stdout");
        assertThat(out.nextLine()).isNotNull();
        assertThat(connection.cancel()).isTrue();
        assertThatThrownBy(() -> out.writeTo(OutputStream.nullOutputStream())).isInstanceOf(PgUsageException.class);
        assertThatThrownBy(() -> {
                    while (out.nextLine() != null) {
                        // up to the error
                    }
                })
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("cancel");
        assertAnswers(connection);
    }

    @Test
    void anErrorInTheMiddleOfCopyingOutIsNoShortFile() {
        String failing = "copy (select 10 / (90000 - n) from generate_series(1, 100000) n) to stdout";
        assertThatThrownBy(() -> connection.copyOut(failing).writeTo(OutputStream.nullOutputStream()))
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("division by zero");
        assertAnswers(connection);
    }

    @Test
    void aCancelOfCopyingInIsNoticedWithTheNextRows() {
        CopyIn in = connection.copyIn("copy copied from stdin");
        in.write(Bytes.utf8("1\tone\n".repeat(20_000)));
        assertThat(connection.cancel()).isTrue();
        assertThatThrownBy(() -> {
                    in.write(Bytes.utf8("2\ttwo\n".repeat(20_000)));
                    in.complete();
                })
                .isInstanceOf(PgServerException.class);
        assertThat(in.outcome()).hasValue(CopyOutcome.ROLLED_BACK);
        assertThat(count()).isEqualTo("0");
    }
}
