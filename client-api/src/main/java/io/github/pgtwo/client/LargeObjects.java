package io.github.pgtwo.client;

import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.error.ServerMessage;
import io.github.pgtwo.client.profile.ServerTrait;
import io.github.pgtwo.client.session.Session;
import io.github.pgtwo.client.session.TransactionBound;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The large objects of a database (protocol 2.0, section 8.3), each known by its OID, an unsigned 32-bit number. What
 * is done to them is part of the transaction, and from 6.5 on they can be open in one only; creating and unlinking can
 * stand alone. Errors are those of {@link PgConnection#query}, and so are the rules for threads.
 */
public final class LargeObjects {
    private static final int READ_AND_WRITE = 0x0006_0000;

    private final LargeObjectCalls calls;

    LargeObjects(Session session) {
        calls = new LargeObjectCalls(session);
    }

    /** Makes an empty object, and returns its OID. */
    public long create() {
        return created(calls.int4(LargeObjectFunction.LO_CREAT, LargeObjectCalls.int4(READ_AND_WRITE)));
    }

    /**
     * Makes an empty object with an OID of choice, and returns it.
     *
     * @throws PgUsageException on servers before 8.1, which cannot
     */
    public long create(long oid) {
        require(ServerTrait.LO_CREATE, "to choose the OID of a large object");
        return created(calls.int4(LargeObjectFunction.LO_CREATE, LargeObjectCalls.oid(oid)));
    }

    private static long created(int oid) {
        if (oid == 0) {
            throw failed("the large object could not be created");
        }
        return Integer.toUnsignedLong(oid);
    }

    private void require(ServerTrait trait, String what) {
        if (!calls.has(trait)) {
            throw new PgUsageException("the server is too old " + what);
        }
    }

    private static PgServerException failed(String what) {
        return new PgServerException(ServerMessage.parse("ERROR:  " + what), false);
    }

    /**
     * Opens an object for reading and writing, from its beginning.
     *
     * @throws PgUsageException outside of a transaction; 6.4 needs none
     */
    public LargeObject open(long oid) {
        requireTransaction();
        int descriptor = calls.int4(
                LargeObjectFunction.LO_OPEN, LargeObjectCalls.oid(oid), LargeObjectCalls.int4(READ_AND_WRITE));
        if (descriptor < 0) {
            throw failed("large object " + oid + " does not exist");
        }
        LargeObject object = new LargeObject(calls, descriptor);
        if (calls.has(ServerTrait.DESCRIPTOR_KEEPS_POSITION)) {
            object.seek(0);
        }
        return object;
    }

    private void requireTransaction() {
        if (calls.has(ServerTrait.DESCRIPTORS_NEED_TRANSACTION)) {
            TransactionBound.require(calls.session(), "an open large object");
        }
    }

    /** Removes an object. */
    public void unlink(long oid) {
        if (calls.int4(LargeObjectFunction.LO_UNLINK, LargeObjectCalls.oid(oid)) < 0) {
            throw failed("large object " + oid + " could not be removed");
        }
    }

    /**
     * Makes an object of all that the stream gives, within a transaction, and returns its OID.
     *
     * @throws PgUsageException outside of a transaction, when nothing is made; 6.4 needs none
     * @throws IOException if the stream fails
     */
    public long importFrom(InputStream source) throws IOException {
        requireTransaction(); // or an empty object would stay
        long oid = create();
        try (LargeObject object = open(oid);
                OutputStream out = object.output()) {
            source.transferTo(out);
        }
        return oid;
    }

    /**
     * Writes all of an object, within a transaction, and returns how many bytes that were.
     *
     * @throws IOException if the stream fails
     */
    public long exportTo(long oid, OutputStream sink) throws IOException {
        try (LargeObject object = open(oid);
                InputStream in = object.input()) {
            return in.transferTo(sink);
        }
    }
}
