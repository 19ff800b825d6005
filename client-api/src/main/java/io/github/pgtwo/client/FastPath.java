package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgTimeoutException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.client.session.Cycle;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.session.Turn;
import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.backend.BackendKind;
import io.github.pgtwo.codec.backend.BackendMessage;
import io.github.pgtwo.codec.backend.FunctionResultResponse;
import io.github.pgtwo.codec.frontend.FunctionCall;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls functions by their OIDs (section 8). */
final class FastPath {
    private final Session session;

    FastPath(Session session) {
        this.session = session;
    }

    /** Calls any function. After an error servers up to 7.3 may take what is left of the call for commands. */
    Optional<Bytes> call(long oid, @Nullable Bytes... arguments) {
        try {
            return callKnown(oid, arguments);
        } catch (PgTimeoutException e) {
            if (session.profile().has(ServerTrait.FUNCTION_ERROR_LOSES_STEP)) {
                session.wire().close();
            }
            throw e;
        } catch (PgServerException e) {
            if (e.fatal() || !session.profile().has(ServerTrait.FUNCTION_ERROR_LOSES_STEP)) {
                throw e;
            }
            session.wire().close();
            throw new PgServerException(e.serverMessage(), true);
        }
    }

    /** Calls a function that is known to take these arguments: an error is its own, and leaves the connection as is. */
    Optional<Bytes> callKnown(long oid, @Nullable Bytes... arguments) {
        FunctionCall call = message(oid, arguments);
        Turn mine = session.alone();
        try (mine) {
            checkTransaction();
            return answer(session.begin(call, "", "a function call"));
        }
    }

    private FunctionCall message(long oid, @Nullable Bytes... arguments) {
        List<Optional<Bytes>> values =
                Arrays.stream(arguments).map(Optional::ofNullable).toList();
        LargeObjectCalls.checkOid(oid);
        if (!session.profile().has(ServerTrait.FUNCTION_TAKES_NULL) && values.contains(Optional.<Bytes>empty())) {
            throw new PgUsageException("servers before 7.4 can be given no NULL, and some crash of it");
        }
        try {
            return new FunctionCall(Bytes.EMPTY, (int) oid, values);
        } catch (LocalProtocolException e) {
            throw new PgUsageException("the call cannot be sent: " + e.getMessage(), e);
        }
    }

    private void checkTransaction() {
        if (session.transactionStatus() == TransactionStatus.FAILED
                && session.profile().has(ServerTrait.FAILED_TRANSACTION_RUNS_FUNCTIONS)) {
            throw new PgUsageException(
                    "the transaction has failed, and this server would run the function all the same: roll back first");
        }
    }

    private static Optional<Bytes> answer(Cycle cycle) {
        BackendMessage first = cycle.next();
        Optional<Bytes> value = switch (first.kind()) {
            case FUNCTION_RESULT_RESPONSE -> Optional.of(((FunctionResultResponse) first).value());
            case FUNCTION_VOID_RESPONSE -> Optional.empty();
            default -> throw unexpected(cycle, first);
        };
        BackendMessage second = cycle.next();
        if (second.kind() != BackendKind.READY_FOR_QUERY) {
            throw unexpected(cycle, second);
        }
        return value;
    }

    private static PgException unexpected(Cycle cycle, BackendMessage message) {
        return cycle.broken(
                new PgProtocolException(message.kind().messageName() + " in the answer to a function call"));
    }
}
