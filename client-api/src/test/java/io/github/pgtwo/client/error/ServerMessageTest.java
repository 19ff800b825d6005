package io.github.pgtwo.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerMessageTest {
    @Test
    void theLayoutSince72() {
        assertParts(
                "ERROR:  syntax error at or near \"x\" at character 8\n",
                "ERROR",
                "syntax error at or near \"x\" at character 8",
                "");
        assertThat(ServerMessage.parse("ERROR:  x at character 8\n").position()).hasValue(8);
        assertThat(ServerMessage.parse("ERROR:  x\n").position()).isEmpty();
        assertParts("FATAL 1:  no such user\n", "FATAL 1", "no such user", "");
        assertParts("FEHLER:  Syntaxfehler\n", "FEHLER", "Syntaxfehler", "");
    }

    @Test
    void theBareTextOfOldPostmastersAndPoolers() {
        assertParts("Invalid packet length", "", "Invalid packet length", "");
        assertParts("", "", "", "");
        assertParts(
                "failed to authenticate with backend using md5, 0\n",
                "",
                "failed to authenticate with backend using md5, 0",
                "");
    }

    @Test
    void severalLines() {
        assertParts(
                "NOTICE:  QUERY PLAN:\n\tSeq Scan\n\tfoo:  bar\n", "NOTICE", "QUERY PLAN:", "\tSeq Scan\n\tfoo:  bar");
    }

    /** NEL, CSI and the separators of Unicode end lines or steer terminals as well. */
    @Test
    void aLogGetsOneLine() {
        String hostile = "ERROR:  a\u0085b\u2028c\u2029d\u009b2Je\r\nf";
        assertThat(ServerMessage.parse(hostile).forLogs()).isEqualTo("ERROR:  a b c d 2Je f");
        assertThat(ServerMessage.parse("x".repeat(1999) + "\ud83d\ude00").forLogs())
                .isEqualTo("x".repeat(1999) + "...");
    }

    private static void assertParts(String text, String severity, String message, String detail) {
        ServerMessage parsed = ServerMessage.parse(text);
        assertThat(parsed.severity()).isEqualTo(severity);
        assertThat(parsed.message()).isEqualTo(message);
        assertThat(parsed.detail()).isEqualTo(detail);
        assertThat(parsed.raw()).isEqualTo(text.stripTrailing());
    }
}
