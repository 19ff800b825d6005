package io.github.pgtwo.client.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.codec.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charsets of encodings, and what they make of text. */
class TextEncodingTest {
    private static TextEncoding of(String clientEncoding, TextPolicy policy) {
        ServerProfile profile = ServerProfile.of(new ServerVersion(1300, "of a test"));
        return TextEncoding.of(profile.withClientEncoding(clientEncoding), policy);
    }

    private static TextEncoding unconverted(String charset) {
        return of("SQL_ASCII", new TextPolicy(Charset.forName(charset), MalformedText.REPORT));
    }

    @ParameterizedTest
    @CsvSource({
        "UNICODE, UTF-8",
        "utf8, UTF-8",
        "UTF-8, UTF-8",
        "LATIN1, ISO-8859-1",
        "iso-8859-1, ISO-8859-1",
        "LATIN2, ISO-8859-2",
        "LATIN5, ISO-8859-9",
        "LATIN7, ISO-8859-13",
        "LATIN9, ISO-8859-15",
        "LATIN10, ISO-8859-16",
        "ISO_8859_5, ISO-8859-5",
        "KOI8, KOI8-R",
        "KOI8R, KOI8-R",
        "KOI8U, KOI8-U",
        "WIN, windows-1251",
        "ALT, IBM866",
        "WIN1250, windows-1250",
        "WIN1258, windows-1258",
        "TCVN, windows-1258",
        "WIN874, x-windows-874",
        "EUC_JP, EUC-JP",
        "EUC_CN, GB2312",
        "EUC_KR, EUC-KR",
        "EUC_TW, x-EUC-TW",
        "WIN866, IBM866"
    })
    void charsets(String encoding, String charset) {
        assertThat(of(encoding, TextPolicy.DEFAULT).charset()).isEqualTo(Charset.forName(charset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SJIS",
                "Shift_JIS",
                "MSKANJI",
                "WIN932",
                "BIG5",
                "WIN950",
                "GBK",
                "WIN936",
                "GB18030",
                "UHC",
                "WIN949",
                "JOHAB",
                "SHIFT_JIS_2004",
                "windows_949"
            })
    void dangerous(String encoding) {
        assertThatThrownBy(() -> of(encoding, TextPolicy.DEFAULT)).hasMessageContaining("nothing can be quoted safely");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MULE_INTERNAL", "LATIN6", "EUC_JIS_2004", "what?"})
    void unknown(String encoding) {
        assertThatThrownBy(() -> of(encoding, TextPolicy.DEFAULT)).hasMessageContaining("no charset");
    }

    @ParameterizedTest
    @CsvSource({
        "EUC-JP, a\u00a5, 1",
        "Shift_JIS, a表b, 1",
        "Shift_JIS, 表, 0",
        "Big5, 功', 0",
        "GBK, 誠, 0",
        "ISO-8859-1, ab€, 2",
        "UTF-16, a, 0",
        "IBM1047, a, 0",
        "US-ASCII, aé, 1",
        "UTF-8, a\ud800b, 1"
    })
    void whatWouldBecomeSomethingElse(String charset, String text, int position) {
        assertThatThrownBy(() -> unconverted(charset).encode(text))
                .asInstanceOf(InstanceOfAssertFactories.type(TextEncodingException.class))
                .returns(position, TextEncodingException::position);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, é€😀'", "ISO-8859-1, éÿ\u0080'", "EUC-JP, 表あｱ'", "EUC-KR, 한글\\", "windows-1251, Привет"})
    void thereAndBack(String charset, String text) {
        TextEncoding encoding = unconverted(charset);
        assertThat(encoding.encode(text)).isEqualTo(Bytes.encode(text, Charset.forName(charset)));
        assertThat(encoding.decode(encoding.encode(text))).isEqualTo(text);
    }

    @Test
    void malformedValues() {
        Bytes bytes = Bytes.encode("caf\u00e9", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> unconverted("UTF-8").decode(bytes))
                .hasMessage("byte e9 at 3 is no text in UTF-8")
                .asInstanceOf(InstanceOfAssertFactories.type(TextEncodingException.class))
                .returns(3, TextEncodingException::position);
        assertThat(unconverted("UTF-8").decodeLeniently(bytes)).isEqualTo("caf\ufffd");
        assertThat(of("UTF8", new TextPolicy(StandardCharsets.UTF_8, MalformedText.REPLACE))
                        .decode(bytes))
                .isEqualTo("caf\ufffd");
        assertThat(unconverted("UTF-8").decode(Bytes.utf8("\ufffd"))).isEqualTo("\ufffd");
    }
}
