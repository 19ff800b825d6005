package io.github.pgtwo.codec.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Integers as the wire has them; those of two bytes are too rare for a VarHandle, which takes time to be made. */
public final class BigEndian {
    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {}

    /** The Int16 at an index. */
    public static short int16(byte[] array, int at) {
        return (short) ((array[at] << Byte.SIZE) | (array[at + 1] & 0xff));
    }

    /** The Int32 at an index. */
    public static int int32(byte[] array, int at) {
        return (int) INT32.get(array, at);
    }

    /** Puts an Int16 at an index. */
    public static void putInt16(byte[] array, int at, int value) {
        array[at] = (byte) (value >> Byte.SIZE);
        array[at + 1] = (byte) value;
    }

    /** Puts an Int32 at an index. */
    public static void putInt32(byte[] array, int at, int value) {
        INT32.set(array, at, value);
    }
}
