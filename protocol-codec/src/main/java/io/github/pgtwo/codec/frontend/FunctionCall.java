package io.github.pgtwo.codec.frontend;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.codec.Limit;
import io.github.pgtwo.codec.LocalProtocolException;
import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.wire.Format;
import io.github.pgtwo.codec.wire.FrameReader;
import io.github.pgtwo.codec.wire.FrameScanner;
import io.github.pgtwo.codec.wire.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls a function by its object id, the fast path (sections 3.17, 8).
 *
 * <pre>
 * Byte1  'F'
 * String unused
 * Int32  functionOid
 * Int32  number of arguments; then for each
 *   Int32 length, its own four bytes not included, -1 for NULL
 *   Byten value
 * </pre>
 *
 * @param unused ignored by all servers; send none
 * @param functionOid an unsigned 32-bit number
 * @param arguments in the server's binary form, which depends on its version; empty for NULL, which servers
 *     before 7.4 do not understand, and some never answer
 */
public record FunctionCall(Bytes unused, int functionOid, List<Optional<Bytes>> arguments) implements FrontendMessage {
    private static final int BEHIND_STRING = 1;
    private static final int BEFORE_ARGUMENT = 2;
    private static final int IN_ARGUMENT = 3;
    private static final int NULL = -1;
    private static final int LONGEST = Integer.MAX_VALUE - 8;

    /** Refuses a NUL in the String, and more than an array can hold; copies the list. */
    public FunctionCall {
        Text.check("FunctionCall.unused", unused);
        arguments = List.copyOf(arguments);
        long length = length(unused, arguments);
        if (length > LONGEST) {
            throw new LocalProtocolException("FunctionCall", "has " + length + " bytes, over " + LONGEST);
        }
    }

    private static long length(Bytes unused, List<Optional<Bytes>> arguments) {
        long length = 1L + unused.length() + 1 + 2 * Integer.BYTES;
        for (Optional<Bytes> argument : arguments) {
            length += Integer.BYTES + argument.map(Bytes::length).orElse(0);
        }
        return length;
    }

    /** A call with these arguments, none of them NULL. */
    public static FunctionCall of(int functionOid, Bytes... arguments) {
        return new FunctionCall(
                Bytes.EMPTY,
                functionOid,
                List.of(arguments).stream().map(Optional::of).toList());
    }

    /** How it is read; made only for whoever reads it, which clients do not. */
    static Format<FunctionCall> format() {
        return new Format<>("FunctionCall", 'F', FunctionCall::scan, FunctionCall::read);
    }

    private static boolean scan(FrameScanner in) {
        if (in.step() == 0) {
            if (!in.string("unused", in.limit(Limit.NAME))) {
                return false;
            }
            in.step(BEHIND_STRING);
        }
        if (in.step() == BEHIND_STRING && !scanCount(in)) {
            return false;
        }
        while (in.step() == IN_ARGUMENT || in.items() > 0) {
            if (!scanArgument(in)) {
                return false;
            }
        }
        return true;
    }

    private static boolean scanCount(FrameScanner in) {
        if (!in.skip(2 * Integer.BYTES)) {
            return false;
        }
        int count = in.int32Back();
        if (count < 0 || count > in.limit(Limit.ARGUMENTS)) {
            throw in.malformed(
                    "arguments",
                    in.position() - Integer.BYTES,
                    "a count of " + count + " is not within 0 to " + in.limit(Limit.ARGUMENTS));
        }
        in.items(count);
        in.step(BEFORE_ARGUMENT);
        return true;
    }

    private static boolean scanArgument(FrameScanner in) {
        if (in.step() == BEFORE_ARGUMENT) {
            if (!in.skip(Integer.BYTES)) {
                return false;
            }
            in.length(checkLength(in, in.int32Back()));
            in.step(IN_ARGUMENT);
        }
        if (!in.skipLength("argument")) {
            return false;
        }
        in.items(in.items() - 1);
        in.step(BEFORE_ARGUMENT);
        return true;
    }

    private static int checkLength(FrameScanner in, int length) {
        if (length < NULL || length > in.limit(Limit.VALUE)) {
            throw in.malformed(
                    "argument",
                    in.position() - Integer.BYTES,
                    "its length of " + length + " is not within -1 to " + in.limit(Limit.VALUE));
        }
        return Math.max(length, 0);
    }

    private static FunctionCall read(FrameReader in) {
        Bytes unused = in.string();
        int oid = in.int32();
        int count = in.int32();
        List<Optional<Bytes>> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = in.int32();
            arguments.add(length == NULL ? Optional.empty() : Optional.of(in.bytes(length)));
        }
        return new FunctionCall(unused, oid, arguments);
    }

    @Override
    public FrontendKind kind() {
        return FrontendKind.FUNCTION_CALL;
    }

    @Override
    public int wireLength() {
        return (int) length(unused, arguments);
    }

    @Override
    public void write(WireWriter out) {
        out.int8('F').string(unused).int32(functionOid).int32(arguments.size());
        for (Optional<Bytes> argument : arguments) {
            out.int32(argument.map(Bytes::length).orElse(NULL)).bytes(argument.orElse(Bytes.EMPTY));
        }
    }
}
