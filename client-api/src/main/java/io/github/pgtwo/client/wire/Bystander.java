package io.github.pgtwo.client.wire;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.event.ConnectionListener;
import io.github.pgtwo.client.event.Notification;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.NoticeResponse;
import io.github.pgtwo.codec.backend.NotificationResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the messages that belong to no exchange and tells the listener, whose failures stay its own. */
public final class Bystander {
    private static final int MOST_NOTIFICATIONS = 1000;

    private final Events events;
    private final Deque<Notification> notifications = new ArrayDeque<>();
    private final NoticeLog notices = new NoticeLog();
    private volatile TextEncoding encoding = TextEncoding.UTF_8;

    Bystander(ConnectionListener listener) {
        events = new Events(listener);
    }

    /** Who tells the listener of everything else. */
    public Events events() {
        return events;
    }

    /** How text is read and written from now on. */
    public void encoding(TextEncoding learnt) {
        encoding = learnt;
    }

    /** How text is read and written. */
    public TextEncoding encoding() {
        return encoding;
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
        ServerMessage notice = ServerMessage.parse(encoding.decodeLeniently(message.text()));
        notices.add(notice);
        events.tell(listener -> listener.notice(notice));
    }

    private void notification(NotificationResponse message) {
        Notification notification =
                new Notification(message.processId(), encoding.decodeLeniently(message.condition()));
        if (notifications.size() == MOST_NOTIFICATIONS) {
            notifications.remove();
        }
        notifications.add(notification);
        events.tell(listener -> listener.notification(notification));
    }

    /** The earliest notification that was not taken; null if there is none. */
    @Nullable
    public Notification takeNotification() {
        return notifications.poll();
    }

    /** The notices since the latest call. */
    public List<ServerMessage> takeNotices() {
        return notices.take();
    }

    /** The same, which stay where they are. */
    public List<ServerMessage> notices() {
        return notices.all();
    }

    /** The latest notice of this exchange, fit for messages; empty if there was none. */
    public String lastNotice() {
        return notices.last();
    }

    /** The same as the end of a sentence. */
    String lastNoticeClause() {
        return lastNotice().isEmpty() ? "" : "; its last notice was: " + lastNotice();
    }

    /** Those of the exchange before this one are nobody's. */
    void forgetNotices() {
        notices.clear();
    }
}
