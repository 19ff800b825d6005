package io.github.pgtwo.client.type;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.client.profile.TimestampFormat;
import io.github.pgtwo.codec.Bytes;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** What values from the servers of tests look like. */
final class Formats {
    private Formats() {}

    static ServerProfile profile(int release, String dateStyle) {
        ServerProfile usual = ServerProfile.of(new ServerVersion(release, "of a test"));
        return new ServerProfile(
                usual.version(),
                usual.serverEncoding(),
                usual.clientEncoding(),
                dateStyle,
                usual.strings(),
                usual.timestamps(),
                usual.byteOrder());
    }

    /** Binary values of a release on a machine of that byte order, whose times are such numbers. */
    static ValueFormat binary(int release, ByteOrder order, TimestampFormat times, int oid) {
        ServerProfile usual = profile(release, "ISO");
        return ValueFormat.of(new ServerProfile(
                        usual.version(),
                        usual.serverEncoding(),
                        usual.clientEncoding(),
                        usual.dateStyle(),
                        usual.strings(),
                        times,
                        order))
                .with(oid, true);
    }

    static ValueFormat binary(int oid) {
        return binary(1300, ByteOrder.BIG_ENDIAN, TimestampFormat.INTEGER, oid);
    }

    static ValueFormat text(int release, String dateStyle) {
        return ValueFormat.of(profile(release, dateStyle));
    }

    /** What a type makes of a text of PostgreSQL 13 in ISO style. */
    static <T> T read(ValueType<T> type, String text) {
        return type.read(Bytes.utf8(text), text(1300, "ISO, MDY"));
    }

    static Bytes hex(String digits) {
        return Bytes.wrap(HexFormat.of().parseHex(digits.replace(" ", "")));
    }
}
