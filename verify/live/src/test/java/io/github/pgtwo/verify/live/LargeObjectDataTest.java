package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.LargeObject;
import io.github.pgtwo.client.LargeObjects;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.profile.TransactionStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What goes into a large object comes out of it. */
class LargeObjectDataTest extends EveryServer {
    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String md5(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    }

    @Test
    void importAndExport() throws Exception {
        byte[] data = random(place().amount(20_000_000, 600_000));
        try (PgConnection connection = connect()) {
            LargeObjects objects = connection.largeObjects();
            long oid = connection.inTransaction(on -> objects.importFrom(new ByteArrayInputStream(data)));
            assertThat(value(connection, "select md5(lo_get(" + oid + "))")).isEqualTo(md5(data));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat((long) connection.inTransaction(on -> objects.exportTo(oid, out)))
                    .isEqualTo(data.length);
            assertThat(out.toByteArray()).isEqualTo(data);
            objects.unlink(oid);
        }
    }

    @Test
    void streamsOfAllKindsOfPieces() throws Exception {
        byte[] data = random(300_000);
        try (PgConnection connection = connect()) {
            connection.query("begin");
            LargeObjects objects = connection.largeObjects();
            try (LargeObject object = objects.open(objects.create())) {
                try (OutputStream out = object.output()) {
                    out.write(data[0]);
                    out.write(data, 1, 99);
                    out.write(data, 100, data.length - 100);
                }
                object.seek(0);
                try (InputStream in = object.input()) {
                    assertThat(in.read()).isEqualTo(data[0] & 0xff);
                    byte[] rest = in.readNBytes(data.length);
                    assertThat(rest).hasSize(data.length - 1);
                    assertThat(rest[rest.length - 1]).isEqualTo(data[data.length - 1]);
                    assertThat(in.read()).isEqualTo(-1);
                    assertThat(in.read(new byte[10])).isEqualTo(-1);
                    assertThat(in.read(new byte[10], 0, 0)).isZero();
                }
                assertThat(object.size()).isEqualTo(data.length);
            }
        }
    }

    @Test
    void aSourceThatFailsUndoesTheImport() throws IOException {
        InputStream source = InputStream.nullInputStream();
        source.close();
        try (PgConnection connection = connect()) {
            String before = value(connection, "select count(*) from pg_largeobject_metadata");
            assertThatThrownBy(() ->
                            connection.inTransaction(on -> on.largeObjects().importFrom(source)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Stream closed");
            assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IDLE);
            assertThat(value(connection, "select count(*) from pg_largeobject_metadata"))
                    .isEqualTo(before);
        }
    }
}
