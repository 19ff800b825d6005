package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgException;
import io.github.pgtwo.client.error.PgProtocolException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.codec.Bytes;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The large-object functions of one session. Their OIDs are looked up: on older servers those of newer functions mean
 * others, and from 7.3 on a user may have planted one of the same name elsewhere (section 8.3).
 */
final class LargeObjectCalls {
    private static final Long AMBIGUOUS = 0L;

    private final Session session;
    private volatile Map<LargeObjectFunction, Long> oids = Map.of();

    LargeObjectCalls(Session session) {
        this.session = session;
    }

    boolean has(ServerTrait trait) {
        return session.profile().has(trait);
    }

    Session session() {
        return session;
    }

    /** The result of a function that returns an int4. */
    int int4(LargeObjectFunction function, Bytes... arguments) {
        return ByteBuffer.wrap(value(function, arguments, Integer.BYTES).toByteArray())
                .getInt();
    }

    /** The result of a function that returns an int8. */
    long int8(LargeObjectFunction function, Bytes... arguments) {
        return ByteBuffer.wrap(value(function, arguments, Long.BYTES).toByteArray())
                .getLong();
    }

    private Bytes value(LargeObjectFunction function, Bytes[] arguments, int length) {
        Bytes value = bytes(function, arguments);
        if (value.length() != length) {
            throw broken(function.catalogName() + " returned " + value.length() + " bytes");
        }
        return value;
    }

    /** The server is not what it says, and the connection closed. */
    PgException broken(String how) {
        session.wire().close();
        return new PgProtocolException(how);
    }

    /** The result of a function that returns bytes. */
    Bytes bytes(LargeObjectFunction function, Bytes... arguments) {
        return new FastPath(session)
                .callKnown(oid(function), arguments)
                .orElseThrow(() -> broken(function.catalogName() + " returned nothing"));
    }

    private long oid(LargeObjectFunction function) {
        if (oids.isEmpty()) {
            oids = lookUp();
        }
        return Optional.ofNullable(oids.get(function))
                .filter(oid -> !oid.equals(AMBIGUOUS))
                .orElseThrow(() -> new PgUsageException(
                        "the server has no function " + function.catalogName() + ", or not" + " exactly one"));
    }

    /** Once a connection. */
    private Map<LargeObjectFunction, Long> lookUp() {
        String schema = has(ServerTrait.SCHEMAS)
                ? " and pronamespace = (select oid from pg_catalog.pg_namespace where nspname = 'pg_catalog')"
                : "";
        String catalog = has(ServerTrait.SCHEMAS) ? "pg_catalog.pg_proc" : "pg_proc";
        String sql = "select proname, oid from " + catalog + " where (" + LargeObjectFunction.names() + ")" + schema;
        Map<LargeObjectFunction, Long> found = new EnumMap<>(LargeObjectFunction.class);
        for (Row row : Result.only(Statements.run(session, sql)).rows()) {
            long oid = oid(String.valueOf(row.text(1)));
            LargeObjectFunction.named(row.text(0))
                    .ifPresent(function -> found.merge(function, oid, (one, other) -> AMBIGUOUS));
        }
        return found;
    }

    private long oid(String text) {
        try {
            return Integer.toUnsignedLong(Integer.parseUnsignedInt(text));
        } catch (NumberFormatException e) {
            throw broken("the server has a function with the OID " + text);
        }
    }

    static Bytes int4(int value) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    static Bytes int8(long value) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    static Bytes oid(long oid) {
        checkOid(oid);
        return int4((int) oid);
    }

    /** One of more than 32 bits would be cut to that of another object. */
    static void checkOid(long oid) {
        if (oid < 0 || oid > 0xffff_ffffL) {
            throw new PgUsageException("there is no OID " + oid);
        }
    }
}
