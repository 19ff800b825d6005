package io.github.pgtwo.client;

import static io.github.pgtwo.testkit.backend.Answers.completed;
import static io.github.pgtwo.testkit.backend.Answers.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.copy.CopyDataException;
import io.github.pgtwo.client.copy.CopyFormat;
import io.github.pgtwo.client.copy.CopyOutcome;
import io.github.pgtwo.client.encoding.MalformedText;
import io.github.pgtwo.client.encoding.TextPolicy;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.PgValueException;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.codec.backend.CopyInResponse;
import io.github.pgtwo.codec.backend.CopyOutResponse;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Copies in sessions whose text is not UTF-8, or not what it should be. */
class CopyCharsetTest {
    private static final CopyFormat KANJI = CopyFormat.DEFAULT.withNullText("表");

    private final FakeServer server = FakeServer.loggedIn();

    private PgConnection connect(String encoding, TextPolicy policy) {
        ServerProfile profile = ServerProfile.of(new ServerVersion(1300, "test"));
        return server.client()
                .serverProfile(profile.withClientEncoding(encoding))
                .text(policy)
                .build()
                .connect();
    }

    private CopyOut copyOut(String encoding, TextPolicy policy, String data) {
        server.answer(new CopyOutResponse())
                .raw((data + "\\.\n").getBytes(StandardCharsets.ISO_8859_1))
                .answer(completed("COPY"), ready());
        return connect(encoding, policy).copyOut("copy t to stdout");
    }

    @Test
    void whatTheSessionCannotSayIsLeftOutAndTheCopyGoesOn() {
        server.answer(completed("BEGIN"), ready())
                .answer(new CopyInResponse())
                .answer(completed("COPY 2"), ready())
                .answer(completed("COMMIT"), ready());
        CopyIn in = connect("LATIN1", TextPolicy.DEFAULT).copyIn("copy t from stdin");
        in.row("1", "é");
        assertThatThrownBy(() -> in.row("2", "x€"))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("column 1")
                .hasMessageContaining("U+0020AC at 1")
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(CopyDataException.class))
                .satisfies(e -> assertThat(e.column()).hasValue(1));
        assertThatThrownBy(() -> in.format(KANJI)).isInstanceOf(PgUsageException.class);
        in.row("3", null);
        in.complete();
        assertThat(in.outcome()).hasValue(CopyOutcome.COMMITTED);
        assertThat(new String(server.received(), StandardCharsets.ISO_8859_1))
                .endsWith("\0" + "1\té\n3\t\\N\n\\.\nQCOMMIT\0");
    }

    @Test
    void rowsAreReadInTheSessionsCharset() {
        CopyOut out = copyOut("LATIN1", TextPolicy.DEFAULT, "1\té\n");
        assertThatThrownBy(() -> out.format(KANJI)).isInstanceOf(PgUsageException.class);
        assertThat(out.nextRow().text(1)).isEqualTo("é");
        assertThat(out.nextRow()).isNull();
    }

    @Test
    void malformedTextIsReportedWithItsLine() {
        CopyOut out = copyOut("UNICODE", TextPolicy.DEFAULT, "1\tone\n2\ttwo\n3\té\n4\tfour\n");
        assertThat(out.nextRow().text(1)).isEqualTo("one");
        assertThat(out.nextLine()).isNotNull();
        var third = out.nextRow();
        assertThatThrownBy(() -> third.text(1))
                .isInstanceOf(PgValueException.class)
                .hasMessageContaining("row 2, column 1 cannot be read: byte e9 at 0");
        assertThat(third.value(1)).hasToString("e9");
        assertThat(out.nextRow().text(1)).isEqualTo("four");
        assertThat(out.nextRow()).isNull();
    }

    @Test
    void malformedTextIsReplacedIfTheUserWants() {
        TextPolicy replaced = new TextPolicy(StandardCharsets.UTF_8, MalformedText.REPLACE);
        assertThat(copyOut("SQL_ASCII", replaced, "é\n").nextRow().text(0)).isEqualTo("\ufffd");
    }
}
