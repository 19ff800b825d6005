package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendMessage;

/** What a client bears before it is let in; a server may say more. */
final class LoginPatience {
    private int code;
    private int requests;
    private int notices;
    private boolean over;

    /** Whether the server's next message is too much. */
    boolean exhausted(BackendMessage message) {
        if (over) {
            return false;
        }
        return switch (message.kind()) {
            case AUTHENTICATION_PASSWORD, AUTHENTICATION_RAW, AUTHENTICATION_UNKNOWN ->
                another(((Authentication) message).code());
            case NOTICE_RESPONSE -> ++notices > ProtocolLimits.DEFAULT.get(Limit.LOGIN_NOTICES);
            case READY_FOR_QUERY -> {
                over = true;
                yield false;
            }
            default -> false;
        };
    }

    private boolean another(int next) {
        boolean changed = requests > 0 && next != code;
        code = next;
        return ++requests > ProtocolLimits.DEFAULT.get(Limit.LOGIN_REQUESTS) || changed;
    }
}
