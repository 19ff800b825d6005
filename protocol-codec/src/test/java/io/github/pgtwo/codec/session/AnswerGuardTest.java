package io.github.pgtwo.codec.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.AsciiRow;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.BinaryRow;
import io.github.pgtwo.codec.backend.Column;
import io.github.pgtwo.codec.backend.CompletedResponse;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.backend.CopyOutData;
import io.github.pgtwo.codec.backend.CopyOutDone;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import io.github.pgtwo.codec.backend.EmptyQueryResponse;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.ReadyForQuery;
import io.github.pgtwo.codec.backend.RowDescription;
import io.github.pgtwo.codec.backend.ServerQuirk;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.StartupPacket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server's session refuses, as no client would understand it. */
class AnswerGuardTest {
    private static final Column COLUMN = new Column(Bytes.utf8("a"), 25, (short) -1, -1);
    private static final RowDescription ONE = new RowDescription(List.of(COLUMN));
    private static final AsciiRow ROW = AsciiRow.of(List.of(Optional.empty()));
    private static final ErrorResponse ERROR = new ErrorResponse(Bytes.utf8("ERROR:  no\n"));

    private final ServerSession server = asked(Set.of());

    private static ServerSession asked(Set<ServerQuirk> quirks) {
        ServerSession server = new ServerSession(ProtocolLimits.DEFAULT, quirks);
        clientSays(server, StartupPacket.of("alice", "shop").encode());
        server.send(new Authentication.Ok());
        server.send(new ReadyForQuery());
        clientSays(server, Query.of("select").encode());
        return server;
    }

    private static void clientSays(ServerSession server, Bytes wire) {
        server.received(wire.toByteArray(), 0, wire.length());
        assertThat(server.next()).isTrue();
    }

    private static void assertRefused(ServerSession server, BackendMessage message, String why) {
        WireWriter out = new WireWriter();
        Phase before = server.phase();
        assertThatThrownBy(() -> server.send(message, out))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessage(why);
        assertThat(out.length()).isZero();
        assertThat(server.phase()).isEqualTo(before);
    }

    private static CopyOutData data(String text) {
        return new CopyOutData(Bytes.utf8(text));
    }

    @Test
    void rowsNeedARowDescription() {
        assertRefused(server, ROW, "AsciiRow is illegal without a RowDescription in force");
        server.send(ONE);
        server.send(ROW);
        server.send(BinaryRow.of(List.of(Optional.empty())));
    }

    @Test
    void rowsHaveAsManyColumnsAsItSays() {
        server.send(ONE);
        assertRefused(server, AsciiRow.of(List.of()), "AsciiRow has 0 columns, its RowDescription 1");
        server.send(new RowDescription(List.of()));
        assertRefused(server, BinaryRow.of(List.of(Optional.empty())), "BinaryRow has 1 columns, its RowDescription 0");
    }

    @Test
    void aRowDescriptionEndsWithItsStatement() {
        for (BackendMessage end : new BackendMessage[] {
            new CompletedResponse(Bytes.EMPTY), new EmptyQueryResponse(Bytes.EMPTY), new ReadyForQuery(), ERROR
        }) {
            ServerSession fresh = asked(Set.of());
            fresh.send(ONE);
            fresh.send(ROW);
            fresh.send(end);
            if (fresh.phase() == Phase.QUERY_FAILED) {
                fresh.send(new ReadyForQuery());
            }
            if (fresh.phase() == Phase.IDLE) {
                clientSays(fresh, Query.of("select").encode());
            }
            assertRefused(fresh, ROW, "AsciiRow is illegal without a RowDescription in force");
        }
    }

    @Test
    void aRowDescriptionEndsWithACopyToo() {
        server.send(ONE);
        server.send(new CopyInResponse());
        server.send(new CompletedResponse(Bytes.utf8("COPY")));
        assertRefused(server, ROW, "AsciiRow is illegal without a RowDescription in force");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\.\n", "1\n\\.\n2\n", "\\\n\\.\n", "\n\n\\.\n"})
    void aLineThatIsTheMarkerIsRefusedInWhateverPieces(String text) {
        for (int cut = 1; cut < text.length(); cut++) {
            ServerSession fresh = asked(Set.of());
            fresh.send(new CopyOutResponse());
            int at = cut;
            assertThatThrownBy(() -> {
                        fresh.send(data(text.substring(0, at)));
                        fresh.send(data(text.substring(at)));
                    })
                    .isInstanceOf(LocalProtocolException.class)
                    .hasMessageContaining("which would end the data");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\.x\n", "x\\.\n", "\\\\.\n", "\\.\\.\n", "\\.\r\n", ".\n\\\n", "\n", "x\n\\.\\\n"})
    void otherLinesAreData(String text) {
        for (int piece = 1; piece <= text.length(); piece++) {
            ServerSession fresh = asked(Set.of());
            fresh.send(new CopyOutResponse());
            for (int at = 0; at < text.length(); at += piece) {
                fresh.send(data(text.substring(at, Math.min(at + piece, text.length()))));
            }
            fresh.send(new CopyOutDone());
            assertThat(fresh.phase()).isEqualTo(Phase.QUERY);
        }
    }

    @Test
    void theEndOfCopyDataNeedsALineOfItsOwn() {
        server.send(new CopyOutResponse());
        server.send(data("1"));
        assertRefused(server, new CopyOutDone(), "CopyOutDone is illegal in the middle of a line of copy data");
        server.send(data("\n"));
        server.send(new CopyOutDone());
        server.send(new CopyOutResponse());
        server.send(new CopyOutDone());
    }

    @Test
    void errorsInsideCopyDataAreAQuirk() {
        server.send(new CopyOutResponse());
        assertRefused(
                server,
                ERROR,
                "ErrorResponse is illegal in copy data without MESSAGES_INSIDE_COPY_OUT: end the data first");
        ServerSession old = asked(Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT));
        old.send(new CopyOutResponse());
        old.send(data("1"));
        assertRefused(old, ERROR, "ErrorResponse is illegal in the middle of a line of copy data");
        old.send(data("\n"));
        old.send(ERROR);
        assertThat(old.phase()).isEqualTo(Phase.QUERY_FAILED);
    }

    @Test
    void soAreNoticesInsideCopyData() {
        NoticeResponse notice = new NoticeResponse(Bytes.utf8("NOTICE:  hi\n"));
        server.send(new CopyOutResponse());
        assertRefused(
                server,
                notice,
                "NoticeResponse is illegal in copy data without MESSAGES_INSIDE_COPY_OUT: end the data first");
        ServerSession old = asked(Set.of(ServerQuirk.MESSAGES_INSIDE_COPY_OUT));
        old.send(new CopyOutResponse());
        assertRefused(
                old,
                new NoticeResponse(Bytes.utf8("hi\n")),
                "NoticeResponse would pass for copy data, as no severity of 6.4 begins it");
        old.send(notice);
        old.send(data("1\n"));
        old.send(notice);
        old.send(new CopyOutDone());
        assertThat(old.phase()).isEqualTo(Phase.QUERY);
    }
}
