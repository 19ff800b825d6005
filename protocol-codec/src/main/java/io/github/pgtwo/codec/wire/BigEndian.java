package io.github.pgtwo.codec.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Integers as the wire has them. */
final class BigEndian {
    private static final VarHandle INT16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private BigEndian() {}

    static short int16(byte[] array, int at) {
        return (short) INT16.get(array, at);
    }

    static int int32(byte[] array, int at) {
        return (int) INT32.get(array, at);
    }
}
