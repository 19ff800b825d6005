package io.github.pgtwo.codec.session;

import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.ProtocolLimits;
import io.github.pgtwo.codec.backend.Authentication;
import io.github.pgtwo.codec.backend.BackendMessage;

/**
 * Bounds what a server may ask and say before it has let the client in (section 14). One method is asked for, by PAM
 * several times; a change of method harvests answers.
 */
final class LoginGuard {
    private final int mostRequests;
    private final int mostNotices;
    private int code;
    private int requests;
    private int notices;
    private boolean loggedIn;

    LoginGuard(ProtocolLimits limits) {
        mostRequests = limits.get(Limit.LOGIN_REQUESTS);
        mostNotices = limits.get(Limit.LOGIN_NOTICES);
    }

    /** What is wrong with the server saying this too; empty if nothing is. */
    String objection(BackendMessage message) {
        if (loggedIn) {
            return "";
        }
        return switch (message.kind()) {
            case AUTHENTICATION_PASSWORD, AUTHENTICATION_RAW, AUTHENTICATION_UNKNOWN ->
                objectionTo(((Authentication) message).code());
            case NOTICE_RESPONSE ->
                notices == mostNotices ? "is beyond the limit of " + mostNotices + " before the login is over" : "";
            default -> "";
        };
    }

    private String objectionTo(int next) {
        if (requests > 0 && next != code) {
            return "asks for code " + next + " after code " + code;
        }
        return requests == mostRequests ? "comes more than " + mostRequests + " times" : "";
    }

    /** The server says this. */
    void take(BackendMessage message) {
        if (loggedIn) {
            return;
        }
        switch (message.kind()) {
            case AUTHENTICATION_PASSWORD, AUTHENTICATION_RAW, AUTHENTICATION_UNKNOWN -> {
                code = ((Authentication) message).code();
                requests++;
            }
            case NOTICE_RESPONSE -> notices++;
            case READY_FOR_QUERY -> loggedIn = true;
            default -> {} // is not bounded
        }
    }
}
