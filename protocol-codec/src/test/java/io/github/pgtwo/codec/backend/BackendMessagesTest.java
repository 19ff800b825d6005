package io.github.pgtwo.codec.backend;

import static io.github.pgtwo.codec.Wires.assertWire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each message against bytes taken from real servers (section 15) or written by hand from section 3. */
class BackendMessagesTest {
    @Test
    void authentications() {
        assertWire(new Authentication.Ok(), "52 00000000");
        assertWire(new Authentication.KerberosV4(), "52 00000001");
        assertWire(new Authentication.KerberosV5(), "52 00000002");
        assertWire(new Authentication.CleartextPassword(), "52 00000003");
        assertWire(new Authentication.CryptPassword(Bytes.utf8("Bf")), "52 00000004 4266");
        assertWire(
                new Authentication.Md5Password(Bytes.of((byte) 0x5b, (byte) 0, (byte) -1, (byte) 1)),
                "52 00000005 5b00ff01");
        assertWire(new Authentication.ScmCredential(), "52 00000006");
        assertWire(new Authentication.Unknown(7), "52 00000007");
    }

    @Test
    void aSaltOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> new Authentication.Md5Password(Bytes.utf8("Bf")))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessageContaining("2 bytes instead of 4");
        assertThatThrownBy(() -> new Authentication.Unknown(3)).isInstanceOf(LocalProtocolException.class);
    }

    @Test
    void backendKeyDataKeepsAllBitsAndHidesTheKey() {
        BackendKeyData key = new BackendKeyData(18530, 0x88c64a53);
        assertWire(key, "4b 00004862 88c64a53");
        assertThat(key.toString()).contains("18530").doesNotContain("" + 0x88c64a53, "88c64a53");
    }

    @Test
    void messagesWithoutFields() {
        assertWire(new ReadyForQuery(), "5a");
        assertWire(new CopyInResponse(), "47");
        assertWire(new CopyOutResponse(), "48");
    }

    @Test
    void aRowOfTheOtherKindIsRefused() {
        AsciiRow ascii = AsciiRow.of(List.of(Optional.of(Bytes.utf8("7"))));
        BinaryRow binary = BinaryRow.of(List.of(Optional.of(Bytes.utf8("7"))));
        assertThat(new AsciiRow(ascii.data())).isEqualTo(ascii);
        assertThatThrownBy(() -> new AsciiRow(binary.data()))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessage("AsciiRow.data is that of a message 'B'");
        assertThatThrownBy(() -> new BinaryRow(ascii.data()))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessage("BinaryRow.data is that of a message 'D'");
    }

    @Test
    void theAnswerToAnSslRequestIsOneByte() {
        assertThat(new SslResponse(true).encode()).isEqualTo(Bytes.utf8("S"));
        assertThat(new SslResponse(false).encode()).isEqualTo(Bytes.utf8("N"));
        assertThat(new SslResponse(true).wireLength()).isEqualTo(1);
    }

    @Test
    void messagesOfOneString() {
        assertWire(new CursorResponse(Bytes.utf8("blank")), "50 626c616e6b00");
        assertWire(new CompletedResponse(Bytes.utf8("SELECT 1")), "43 53454c454354203100");
        assertWire(new EmptyQueryResponse(Bytes.EMPTY), "49 00");
        assertWire(new EmptyQueryResponse(Bytes.utf8("abc")), "49 61626300");
        assertWire(new ErrorResponse(Bytes.utf8("ERROR:  x\n")), "45 4552524f523a2020780a 00");
        assertWire(new NoticeResponse(Bytes.utf8("NOTICE:  ä\n")), "4e 4e4f544943453a2020c3a40a 00");
        assertWire(new NotificationResponse(18530, Bytes.utf8("foo")), "41 00004862 666f6f00");
    }

    @Test
    void functionResponses() {
        assertWire(new FunctionResultResponse(Bytes.of((byte) 0, (byte) 5)), "56 47 00000002 0005 30");
        assertWire(new FunctionResultResponse(Bytes.EMPTY), "56 47 00000000 30");
        assertWire(new FunctionVoidResponse(), "56 30");
    }

    @Test
    void aNulInAStringIsRefused() {
        assertThatThrownBy(() -> new ErrorResponse(Bytes.utf8("a\0b")))
                .isInstanceOf(LocalProtocolException.class)
                .hasMessage("ErrorResponse.text holds a NUL at byte 1");
    }

    @Test
    void rowDescription() {
        var columns = List.of(
                new Column(Bytes.utf8("a"), 23, (short) 4, -1), new Column(Bytes.EMPTY, 25, (short) -1, 0x10003));
        assertWire(new RowDescription(columns), "54 0002 6100 00000017 0004 ffffffff 00 00000019 ffff 00010003");
        assertWire(new RowDescription(List.of()), "54 0000");
    }

    @Test
    void rowsCountTheirLengthDifferently() {
        List<Optional<Bytes>> values =
                List.of(Optional.of(Bytes.utf8("7")), Optional.empty(), Optional.of(Bytes.utf8("hi")));
        assertThat(AsciiRow.of(values).encode().toString()).isEqualTo("44a0000000053700000006" + "6869");
        assertThat(BinaryRow.of(values).encode().toString()).isEqualTo("42a0000000013700000002" + "6869");
    }

    @Test
    void rowsAreEqualIfTheirValuesAreAndShowNone() {
        AsciiRow row = AsciiRow.of(List.of(Optional.of(Bytes.utf8("secret")), Optional.empty()));
        AsciiRow other = AsciiRow.of(List.of(Optional.of(Bytes.utf8("secreT")), Optional.empty()));
        assertThat(row).isNotEqualTo(other).doesNotHaveSameHashCodeAs(other);
        assertThat(row.data()).isNotEqualTo(BinaryRow.of(List.of()).data());
        assertThat(row).hasToString("AsciiRow[data=2 columns, 12 bytes]");
    }

    @Test
    void rowsGiveTheirValues() {
        RowData row = AsciiRow.of(List.of(
                        Optional.empty(), Optional.of(Bytes.EMPTY), Optional.empty(), Optional.of(Bytes.utf8("ä"))))
                .data();
        assertThat(row.columns()).isEqualTo(4);
        assertThat(row.isNull(0)).isTrue();
        assertThat(row.isNull(1)).isFalse();
        assertThat(row.value(1)).isEqualTo(Bytes.EMPTY);
        assertThat(row.text(3, StandardCharsets.UTF_8)).isEqualTo("ä");
        assertThatThrownBy(() -> row.value(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2");
    }
}
