package io.github.pgtwo.client;

import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.NotificationResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the messages that belong to no exchange and tells the listener, whose failures stay its own. */
final class Bystander {
    private static final Logger LOG = LoggerFactory.getLogger(Bystander.class);

    private final ConnectionListener listener;
    private String lastNotice = "";

    Bystander(ConnectionListener listener) {
        this.listener = listener;
    }

    /** Whether the message was for us. */
    boolean hear(BackendMessage message) {
        switch (message.kind()) {
            case NOTICE_RESPONSE -> notice((NoticeResponse) message);
            case NOTIFICATION_RESPONSE -> notification((NotificationResponse) message);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void notice(NoticeResponse message) {
        ServerMessage notice = ServerMessage.parse(message.text().utf8());
        lastNotice = Untrusted.forMessages(notice.raw());
        tell(() -> listener.notice(notice));
    }

    private void notification(NotificationResponse message) {
        Notification notification =
                new Notification(message.processId(), message.condition().utf8());
        tell(() -> listener.notification(notification));
    }

    private static void tell(Runnable listening) {
        try {
            listening.run();
        } catch (RuntimeException e) {
            LOG.warn("a ConnectionListener failed", e);
        }
    }

    /** The latest notice of this exchange, fit for messages; empty if there was none. */
    String lastNotice() {
        return lastNotice;
    }

    /** The same as the end of a sentence. */
    String lastNoticeClause() {
        return lastNotice.isEmpty() ? "" : "; its last notice was: " + lastNotice;
    }

    void forgetNotice() {
        lastNotice = "";
    }
}
