package io.github.pgtwo.verify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.client.LargeObject;
import io.github.pgtwo.client.LargeObjects;
import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.error.PgServerException;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.TransactionStatus;
import io.github.pgtwo.codec.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Large objects: their lives, positions and descriptors. */
class LargeObjectTest extends EveryServer {
    private PgConnection connection;
    private LargeObjects objects;

    @BeforeEach
    void beginATransaction() {
        connection = connect();
        objects = connection.largeObjects();
        connection.query("begin");
    }

    @AfterEach
    void forgetAllThatWasDone() {
        connection.close();
    }

    private static void write(LargeObject object, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        object.write(bytes, 0, bytes.length);
    }

    private boolean exists(long oid) {
        return value(connection, "select count(*) from pg_largeobject_metadata where oid = " + oid)
                .equals("1");
    }

    @Test
    void createAndUnlink() {
        long oid = objects.create();
        assertThat(exists(oid)).isTrue();
        objects.unlink(oid);
        assertThat(exists(oid)).isFalse();
        assertThatThrownBy(() -> objects.unlink(oid))
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("large object " + oid + " does not exist");
    }

    @Test
    void anOidOfChoiceIsAnUnsignedNumber() {
        long chosen = 4_294_900_000L;
        assertThat(objects.create(chosen)).isEqualTo(chosen);
        assertThat(exists(chosen)).isTrue();
        try (LargeObject object = objects.open(chosen)) {
            write(object, "x");
            assertThat(object.size()).isEqualTo(1);
        }
        assertThatThrownBy(() -> objects.create(chosen)).hasMessageContaining("duplicate key");
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
    }

    @Test
    void theyNeedNoTransactionToBeMadeAndRemoved() {
        connection.query("rollback");
        long oid = objects.create();
        assertThat(exists(oid)).isTrue();
        objects.unlink(oid);
        assertThat(exists(oid)).isFalse();
    }

    @Test
    void aRollbackUndoesAll() {
        long oid = objects.create();
        connection.query("rollback");
        assertThat(exists(oid)).isFalse();
    }

    @Test
    void readWriteSeekTell() {
        try (LargeObject object = objects.open(objects.create())) {
            write(object, "0123456789");
            assertThat(object.tell()).isEqualTo(10);
            assertThat(object.read(5)).isEqualTo(Bytes.EMPTY);
            object.seek(3);
            assertThat(object.read(4).utf8()).isEqualTo("3456");
            assertThat(object.tell()).isEqualTo(7);
            assertThat(object.read(100).utf8()).isEqualTo("789");
            object.seek(2);
            write(object, "ab");
            assertThat(object.size()).isEqualTo(10);
            assertThat(object.tell()).isEqualTo(4);
            object.seek(0);
            assertThat(object.read(100).utf8()).isEqualTo("01ab456789");
        }
    }

    @Test
    void piecesOfTheArrayAreWritten() {
        try (LargeObject object = objects.open(objects.create())) {
            object.write("abcdef".getBytes(StandardCharsets.US_ASCII), 2, 3);
            object.write(new byte[0], 0, 0);
            object.seek(0);
            assertThat(object.read(10).utf8()).isEqualTo("cde");
            assertThatThrownBy(() -> object.write(new byte[3], 2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> object.read(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void truncate() {
        try (LargeObject object = objects.open(objects.create())) {
            write(object, "0123456789");
            object.truncate(4);
            assertThat(object.size()).isEqualTo(4);
            assertThat(object.tell()).isEqualTo(10);
            object.truncate(6);
            object.seek(0);
            assertThat(object.read(10)).isEqualTo(Bytes.utf8("0123\0\0"));
        }
    }

    @Test
    void beyondTwoGigabytes() {
        long position = 3L << 30;
        try (LargeObject object = objects.open(objects.create())) {
            object.seek(position);
            write(object, "!");
            assertThat(object.tell()).isEqualTo(position + 1);
            assertThat(object.size()).isEqualTo(position + 1);
            object.seek(position - 2);
            assertThat(object.read(10)).isEqualTo(Bytes.utf8("\0\0!"));
            object.truncate(position - 5);
            assertThat(object.size()).isEqualTo(position - 5);
        }
    }

    @Test
    void whatIsNotThereCannotBeOpened() {
        assertThatThrownBy(() -> objects.open(4_294_900_001L))
                .isInstanceOf(PgServerException.class)
                .hasMessageContaining("large object 4294900001 does not exist");
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.FAILED);
    }

    @Test
    void outsideOfATransactionNoneCanBeOpened() {
        connection.query("rollback");
        assertThatThrownBy(() -> objects.open(1))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("inTransaction");
        assertAnswers(connection);
    }

    @Test
    void aDescriptorEndsWithItsTransaction() {
        LargeObject object = objects.open(objects.create());
        connection.query("rollback");
        connection.query("begin");
        assertThatThrownBy(() -> object.read(1))
                .isInstanceOf(PgUsageException.class)
                .hasMessageContaining("transaction that has ended");
        assertThatThrownBy(() -> write(object, "x")).isInstanceOf(PgUsageException.class);
        object.close();
        assertAnswers(connection);
    }

    @Test
    void aDescriptorIsGivenBackOnce() {
        LargeObject object = objects.open(objects.create());
        object.close();
        object.close();
        assertThatThrownBy(object::tell).isInstanceOf(PgUsageException.class).hasMessageContaining("has been closed");
        assertThat(connection.transactionStatus()).isEqualTo(TransactionStatus.IN_TRANSACTION);
    }

    @Test
    void aFailedTransactionReadsNothing() {
        try (LargeObject object = objects.open(objects.create())) {
            assertThatThrownBy(() -> connection.query("select 1/0")).isInstanceOf(PgServerException.class);
            assertThatThrownBy(() -> object.read(1))
                    .isInstanceOf(PgServerException.class)
                    .hasMessageContaining("transaction is aborted");
        }
        connection.query("rollback");
        assertAnswers(connection);
    }

    @Test
    void severalAreOpenAtOnce() {
        long oid = objects.create();
        try (LargeObject one = objects.open(oid);
                LargeObject other = objects.open(oid)) {
            write(one, "shared");
            assertThat(other.tell()).isZero();
            assertThat(other.read(10).utf8()).isEqualTo("shared");
        }
    }
}
