package io.github.pgtwo.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.openjdk.jmh.infra.Blackhole;

/** The least that can be done, by hand. */
final class Floors {
    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int BITMAP = (RowStreams.COLUMNS + 7) / 8;

    private Floors() {}

    /** Only skips lengths. */
    static int walk(byte[] array, int begin) {
        int rows = 0;
        int at = begin;
        while (at < array.length) {
            int bits = at + 1;
            at += 1 + BITMAP;
            for (int column = 0; column < RowStreams.COLUMNS; column++) {
                if ((array[bits + (column >> 3)] & (0x80 >> (column & 7))) != 0) {
                    at += (int) INT32.get(array, at);
                }
            }
            rows++;
        }
        return rows;
    }

    /** Copies each row into an array of its own, with an array of ends; reads so many of its columns. */
    static void records(byte[] array, int begin, int columnsRead, Blackhole hole) {
        int[] scratch = new int[RowStreams.COLUMNS];
        int at = begin;
        while (at < array.length) {
            int start = at;
            at = ends(array, start, scratch);
            byte[] image = Arrays.copyOfRange(array, start, at);
            int[] ends = scratch.clone();
            hole.consume(image);
            hole.consume(ends);
            read(image, ends, columnsRead, hole);
        }
    }

    private static int ends(byte[] array, int start, int[] ends) {
        int bits = start + 1;
        int at = bits + BITMAP;
        for (int column = 0; column < RowStreams.COLUMNS; column++) {
            if ((array[bits + (column >> 3)] & (0x80 >> (column & 7))) == 0) {
                ends[column] = ~(at - start);
            } else {
                at += (int) INT32.get(array, at);
                ends[column] = at - start;
            }
        }
        return at;
    }

    private static void read(byte[] image, int[] ends, int columnsRead, Blackhole hole) {
        int before = 1 + BITMAP;
        for (int column = 0; column < columnsRead; column++) {
            int end = ends[column];
            if (end >= 0) {
                hole.consume(new String(image, before + 4, end - before - 4, StandardCharsets.UTF_8));
                before = end;
            }
        }
    }
}
