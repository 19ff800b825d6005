package io.github.pgtwo.codec.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.CopyInDone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's session refuses of copy data, whatever the pieces. */
class CopyInGuardTest {
    private static final String MARKER_WITHIN = "which would end the data";
    private static final String MIDDLE_OF_LINE = "in the middle of a line";

    private final ClientSession session = ClientSide.copyingIn().session;
    private final WireWriter out = new WireWriter();

    /** Sends the data in pieces of one size, then its end. */
    private void copy(String data, int piece) {
        for (int at = 0; at < data.length(); at += piece) {
            session.send(new CopyInData(Bytes.utf8(data.substring(at, Math.min(at + piece, data.length())))), out);
        }
        session.send(new CopyInDone(), out);
    }

    private static void assertRefused(String data, String why) {
        for (int piece = 1; piece <= data.length(); piece++) {
            CopyInGuardTest fresh = new CopyInGuardTest();
            int size = piece;
            assertThatThrownBy(() -> fresh.copy(data, size))
                    .as("%s in pieces of %d", data, piece)
                    .isInstanceOf(LocalProtocolException.class)
                    .hasMessageContaining(why);
            assertThat(fresh.session.phase()).isEqualTo(Phase.COPY_IN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\.\n", "1\n\\.\nQdrop table t", "a\\.\n", "\\\\\\.\n", "a\\.b\n", "\\.\r\n", "\\b\\.\n"})
    void anUnescapedMarkerIsRefusedWhereverItStands(String data) {
        assertRefused(data, MARKER_WITHIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1\n2", "1\\\n", "1\n\\", "1\r", "\\\\\\\n"})
    void theEndIsRefusedInTheMiddleOfALine(String data) {
        assertRefused(data, MIDDLE_OF_LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\n", "\\\\.\n", "\\\\\n", "a\\\nb\n", "\\\\\\\\.\n", ".\n", "\n", "\\N\t.\n", "a.\\\\\n"})
    void everythingElseIsSentAsItIs(String data) {
        for (int piece = 1; piece <= data.length(); piece++) {
            CopyInGuardTest fresh = new CopyInGuardTest();
            fresh.copy(data, piece);
            assertThat(fresh.out.take()).isEqualTo(Bytes.utf8(data + "\\.\n"));
            assertThat(fresh.session.phase()).isEqualTo(Phase.COPY_IN_ENDED);
        }
    }

    @Test
    void nothingAtAllMayBeCopied() {
        copy("", 1);
        assertThat(out.take()).isEqualTo(Bytes.utf8("\\.\n"));
    }

    @Test
    void whatIsRefusedChangesNothing() {
        session.send(new CopyInData(Bytes.utf8("1\\")), out);
        assertThatThrownBy(() -> session.send(new CopyInData(Bytes.utf8(".\n")), out))
                .hasMessage("CopyInData.data has an unescaped \\. with its dot at byte 0, which would end the data");
        copy("\\.\n", 3);
        assertThat(out.take()).isEqualTo(Bytes.utf8("1\\\\.\n\\.\n"));
    }

    @Test
    void aSecondCopyBeginsAnew() {
        ClientSide client = ClientSide.copyingIn();
        client.session.send(new CopyInData(Bytes.utf8("1\\")));
        client.take("4e 6869 00", Phase.COPY_IN);
        assertThatThrownBy(() -> client.session.send(new CopyInDone())).isInstanceOf(LocalProtocolException.class);
        client.take("43 434f505900", Phase.QUERY);
        client.take("47", Phase.COPY_IN);
        client.session.send(new CopyInDone());
    }

    @Test
    void emptyPiecesDoNotExist() {
        assertThatThrownBy(() -> new CopyInData(Bytes.EMPTY)).hasMessage("CopyInData.data is empty");
    }
}
