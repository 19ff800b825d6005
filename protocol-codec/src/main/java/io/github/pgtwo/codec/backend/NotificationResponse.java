package io.github.pgtwo.codec.backend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameScanner;
import io.github.pgtwo.codec.wire.Text;

/**
 * Somebody notified a condition that this session listens to (sections 1.8, 3.14).
 *
 * <pre>
 * Byte1  'A'
 * Int32  processId
 * String condition
 * </pre>
 *
 * @param processId the backend that notified, perhaps our own
 * @param condition the name as given to LISTEN, case kept
 */
public record NotificationResponse(int processId, Bytes condition) implements BackendMessage {
    static final Format<NotificationResponse> FORMAT = new Format<>(
            "NotificationResponse",
            'A',
            NotificationResponse::scan,
            in -> new NotificationResponse(in.int32(), in.string()));

    /** Refuses a NUL. */
    public NotificationResponse {
        Text.check("NotificationResponse.condition", condition);
    }

    private static boolean scan(FrameScanner in) {
        if (in.step() == 0) {
            if (!in.skip(Integer.BYTES)) {
                return false;
            }
            in.step(1);
        }
        return in.string("condition", in.limit(Limit.NAME));
    }

    @Override
    public BackendKind kind() {
        return BackendKind.NOTIFICATION_RESPONSE;
    }

    @Override
    public int wireLength() {
        return 1 + Integer.BYTES + condition.length() + 1;
    }

    @Override
    public void write(WireWriter out) {
        out.int8('A').int32(processId).string(condition);
    }
}
