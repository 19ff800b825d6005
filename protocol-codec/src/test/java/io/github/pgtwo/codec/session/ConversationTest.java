package io.github.pgtwo.codec.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.frontend.FrontendDecoder.Expected;
import io.github.pgtwo.codec.frontend.StartupPacket;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversationTest {
    /** Here the client is not heard before its commands are answered. */
    private static final Set<Phase> ANSWERING = EnumSet.of(Phase.QUERY, Phase.QUERY_FAILED, Phase.FUNCTION);

    @Test
    void anIllegalPacketIsNamedByItsBeginWhateverItsLength() {
        Conversation conversation = new Conversation(ProtocolLimits.DEFAULT);
        StartupPacket packet = StartupPacket.of("alice", "shop");
        conversation.heard(packet, 0);
        assertThatThrownBy(() -> conversation.heard(packet, 300))
                .hasMessage("StartupPacket at byte 300: is illegal in phase STARTUP");
    }

    @Test
    void aClientMayCloseWheneverItIsItsTurn() {
        for (Phase phase : EnumSet.complementOf(EnumSet.copyOf(ANSWERING))) {
            boolean itsTurn = phase.fromClient() != Expected.NOTHING && phase != Phase.CLOSED && phase != Phase.FAILED;
            assertThat(Transitions.afterClientEnd(phase)).isEqualTo(itsTurn ? Phase.CLOSED : Phase.FAILED);
        }
    }
}
