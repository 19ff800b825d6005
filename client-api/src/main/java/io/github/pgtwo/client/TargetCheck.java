package io.github.pgtwo.client;

import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.settings.TargetSession;
import java.util.Optional;

/** Whether a server is of the wanted kind. Asks what the release knows; what it does not know, it is not. */
final class TargetCheck {
    private static final String READ_ONLY = "SHOW transaction_read_only";
    private static final String STANDBY = "select pg_catalog.pg_is_in_recovery()";

    private TargetCheck() {}

    /** Why it is not, if so, in words that go behind the server's name. */
    static Optional<String> objection(Session session, TargetSession target) {
        return switch (target) {
            case ANY -> Optional.empty();
            case READ_WRITE -> when(isReadOnly(session), "is read-only");
            case READ_ONLY -> when(!isReadOnly(session), "is not read-only");
            case PRIMARY -> when(isStandby(session), "is a standby");
            case STANDBY, PREFER_STANDBY -> when(!isStandby(session), "is no standby");
        };
    }

    private static Optional<String> when(boolean wrong, String why) {
        return wrong ? Optional.of(why) : Optional.empty();
    }

    private static boolean isReadOnly(Session session) {
        return session.profile().has(ServerTrait.READ_ONLY_TRANSACTIONS) && "on".equals(answer(session, READ_ONLY));
    }

    private static boolean isStandby(Session session) {
        return session.profile().has(ServerTrait.HOT_STANDBY) && "t".equals(answer(session, STANDBY));
    }

    private static String answer(Session session, String question) {
        return String.valueOf(
                Result.only(Statements.run(session, question, 1)).rows().get(0).text(0));
    }
}
