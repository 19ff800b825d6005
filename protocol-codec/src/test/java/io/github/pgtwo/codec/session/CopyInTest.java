package io.github.pgtwo.codec.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.frontend.CopyInData;
import io.github.pgtwo.codec.frontend.CopyInDone;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.Query;
import io.github.pgtwo.codec.frontend.Terminate;
import org.junit.jupiter.api.Test;

/** COPY FROM STDIN as the client's session sees it. */
class CopyInTest {
    private final ClientSide client = ClientSide.copyingIn();
    private final ClientSession session = client.session;

    private void assertNothingCanBeSent() {
        for (FrontendMessage message : new FrontendMessage[] {
            Query.of("select 1"), new CopyInData(Bytes.utf8("1\n")), new CopyInDone(), new Terminate()
        }) {
            assertThatThrownBy(() -> session.send(message)).isInstanceOf(LocalProtocolException.class);
        }
    }

    @Test
    void copyDataIsOverWhenTheServerHasSaidSo() {
        session.send(new CopyInData(Bytes.utf8("1\n")));
        session.send(new CopyInDone());
        assertThat(session.phase()).isEqualTo(Phase.COPY_IN_ENDED);
        assertNothingCanBeSent();
        client.take("4e 6869 00", Phase.COPY_IN_ENDED);
        client.take("41 00000001 6e00", Phase.COPY_IN_ENDED);
        client.take("43 434f505900", Phase.QUERY);
        client.take("5a", Phase.IDLE);
    }

    @Test
    void aSinkGetsTheBytesThemselvesAndMayListenMeanwhile() {
        byte[] data = {'1', '\n'};
        session.send(new CopyInData(Bytes.wrap(data)), (from, offset, length) -> {
            assertThat(from).isSameAs(data);
            assertThat(offset).isZero();
            assertThat(length).isEqualTo(2);
            client.take("4e 6869 00", Phase.COPY_IN);
            client.take("45 6500", Phase.COPY_FAILED);
        });
        assertNothingCanBeSent();
    }

    @Test
    void aSinkGetsNothingThatWouldEndTheData() {
        session.send(new CopyInData(Bytes.utf8("\\")));
        assertThatThrownBy(() -> session.send(new CopyInData(Bytes.utf8(".\n")), CopyInTest::fail))
                .isInstanceOf(LocalProtocolException.class);
        session.send(new CopyInData(Bytes.utf8("n\n")));
        session.send(new CopyInDone());
        assertThatThrownBy(() -> session.send(new CopyInData(Bytes.utf8("1\n")), CopyInTest::fail))
                .isInstanceOf(LocalProtocolException.class);
    }

    private static void fail(byte[] from, int offset, int length) {
        throw new AssertionError("got " + length + " bytes");
    }

    @Test
    void anErrorBehindTheEndOfCopyDataEndsAllTalkToo() {
        session.send(new CopyInData(Bytes.utf8("bad\nQdrop table t\n")));
        session.send(new CopyInDone());
        client.take("45 6500", Phase.COPY_FAILED);
        client.take("5a", Phase.COPY_FAILED);
        assertNothingCanBeSent();
    }

    @Test
    void theAnswerToCopyDataCannotBeLeftOut() {
        session.send(new CopyInDone());
        client.feed("5a");
        assertThatThrownBy(session::next).hasMessageContaining("illegal in phase COPY_IN_ENDED");
    }

    @Test
    void aServerMayEndTheCopyBeforeTheClientDoes() {
        client.take("43 434f505900", Phase.QUERY);
        client.take("5a", Phase.IDLE);
    }

    @Test
    void pipelinedQueriesThatCopyDataSwallowsEndAllTalk() {
        ClientSide pipelining = ClientSide.loggedIn();
        pipelining.session.send(Query.of("copy t from stdin"));
        pipelining.session.send(Query.of("select 1"));
        pipelining.take("47", Phase.COPY_FAILED);
        for (FrontendMessage message : new FrontendMessage[] {new CopyInDone(), Query.of("select 1")}) {
            assertThatThrownBy(() -> pipelining.session.send(message)).isInstanceOf(LocalProtocolException.class);
        }
    }
}
