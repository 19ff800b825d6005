package io.github.pgtwo.codec.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Integers as the wire has them. */
public final class BigEndian {
    private static final VarHandle INT16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {}

    /** The Int16 at an index. */
    public static short int16(byte[] array, int at) {
        return (short) INT16.get(array, at);
    }

    /** The Int32 at an index. */
    public static int int32(byte[] array, int at) {
        return (int) INT32.get(array, at);
    }

    /** Puts an Int16 at an index. */
    public static void putInt16(byte[] array, int at, int value) {
        INT16.set(array, at, (short) value);
    }

    /** Puts an Int32 at an index. */
    public static void putInt32(byte[] array, int at, int value) {
        INT32.set(array, at, value);
    }
}
