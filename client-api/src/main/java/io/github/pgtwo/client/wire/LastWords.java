package io.github.pgtwo.client.wire;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.ErrorResponse;
import io.github.pgtwo.spi.Deadline;
import io.github.pgtwo.spi.TlsException;
import java.io.IOException;
import java.time.Duration;

/** A server that closes while we write, or after a dialogue has failed, may have said why. */
public final class LastWords {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private LastWords() {}

    /** What a failure to write is called; the connection is closed. */
    public static PgException of(Wire wire, IOException failure) {
        wire.patience().until(Deadline.in(PATIENCE));
        try {
            BackendMessage message = wire.next();
            while (message.kind() != BackendKind.ERROR_RESPONSE) {
                message = wire.next();
            }
            wire.close();
            return new PgServerException(
                    ServerMessage.of((ErrorResponse) message, wire.bystander().encoding()), true);
        } catch (PgException e) {
            return e.getCause() instanceof TlsException
                    ? e
                    : wire.broken("the connection broke while sending", failure);
        }
    }
}
