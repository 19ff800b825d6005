package io.github.pgtwo.codec.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.codec.backend.BackendKeyData;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.frontend.CancelRequest;
import io.github.pgtwo.codec.frontend.FrontendMessage;
import io.github.pgtwo.codec.frontend.PasswordPacket;
import io.github.pgtwo.codec.trace.MessageTrace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trace of all recordings: a line each, printable, and without what must not be shown. */
class TraceSecrecyTest {
    private final List<String> secrets = new ArrayList<>();
    private int traced;

    @Test
    void showsNoSecretOfAnyRecording() {
        for (Recording recording : Recordings.all()) {
            Sides said = Sides.of(recording);
            said.client().forEach(this::check);
            said.server().forEach(this::check);
        }
        assertThat(traced).isGreaterThan(15_000);
        assertThat(secrets).hasSizeGreaterThan(400);
    }

    private void check(FrontendMessage message) {
        String line = MessageTrace.client(message);
        assertLine(line, "F ");
        if (message instanceof PasswordPacket password) {
            assertHidden(line + message, password.answer().utf8());
            assertThat(line).isEqualTo("F PasswordPacket ***");
        }
        if (message instanceof CancelRequest cancel) {
            assertHidden(line + message, Integer.toString(cancel.secretKey()));
            assertThat(line).contains("pid=" + cancel.processId());
        }
    }

    private void check(BackendMessage message) {
        String line = MessageTrace.server(message);
        assertLine(line, "B ");
        if (message instanceof BackendKeyData key) {
            assertHidden(line + message, Integer.toString(key.secretKey()));
            assertThat(line).contains("pid=" + key.processId());
        }
    }

    private void assertLine(String line, String direction) {
        traced++;
        if (!line.startsWith(direction) || !line.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            assertThat(line).startsWith(direction).matches("[ -~]*");
        }
    }

    private void assertHidden(String shown, String secret) {
        secrets.add(secret);
        if (!secret.isEmpty()) {
            assertThat(shown).doesNotContain(secret);
        }
    }
}
