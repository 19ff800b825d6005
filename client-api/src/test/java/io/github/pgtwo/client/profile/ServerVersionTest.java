package io.github.pgtwo.client.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerVersionTest {
    @ParameterizedTest
    @CsvSource({
        "'PostgreSQL 6.4.2 on i686-pc-linux-gnu, compiled by gcc 2.7.2.3', 604, 6.4",
        "'PostgreSQL 7.4beta5 on i686', 704, 7.4",
        "'PostgreSQL 8.0devel on x86_64', 800, 8.0",
        "'PostgreSQL 9.6.24 on x86_64-pc-linux-gnu', 906, 9.6",
        "'PostgreSQL 10.23, compiled by', 1000, 10",
        "'PostgreSQL 13.14 (Debian 13.14-1.pgdg120+1)', 1300, 13",
        "'EnterpriseDB 9.3.4.10 on x86_64', 903, 9.3"
    })
    void releases(String text, int number, String release) {
        ServerVersion version = ServerVersion.parse(text).orElseThrow();
        assertThat(version.number()).isEqualTo(number);
        assertThat(version.release()).isEqualTo(release);
        assertThat(version.text()).isEqualTo(text);
    }

    @Test
    void noRelease() {
        assertThat(ServerVersion.parse("a fork of something")).isEmpty();
        assertThat(ServerVersion.parse("0.9")).isEmpty();
        assertThat(ServerVersion.parse("")).isEmpty();
        assertThatThrownBy(() -> new ServerVersion(7, "7")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsCertainOfARelease() {
        ServerProfile old = ServerProfile.of(new ServerVersion(604, "6.4"));
        assertThat(old.queryBytes()).isEqualTo(8191);
        assertThat(old.identifierBytes()).isEqualTo(31);
        assertThat(old.timestamps()).isEqualTo(TimestampFormat.FLOAT);
        assertThat(old.byteOrder()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(ServerProfile.of(new ServerVersion(605, "6.5")).queryBytes()).isEqualTo(16383);
        assertThat(ServerProfile.of(new ServerVersion(704, "7.4")).timestamps()).isEqualTo(TimestampFormat.UNKNOWN);
        ServerProfile last = ServerProfile.of(new ServerVersion(1300, "13"));
        assertThat(last.queryBytes()).isEqualTo(Integer.MAX_VALUE);
        assertThat(last.identifierBytes()).isEqualTo(63);
        assertThat(last.byteOrder()).isEqualTo(ByteOrder.BIG_ENDIAN);
        assertThat(last.strings()).isEqualTo(StringSyntax.STANDARD);
    }

    @Test
    void aTraitHoldsFromItsFirstToItsLastRelease() {
        assertThat(ServerTrait.AUTOCOMMIT_SETTING.holdsFor(new ServerVersion(702, "")))
                .isFalse();
        assertThat(ServerTrait.AUTOCOMMIT_SETTING.holdsFor(new ServerVersion(703, "")))
                .isTrue();
        assertThat(ServerTrait.AUTOCOMMIT_SETTING.holdsFor(new ServerVersion(704, "")))
                .isFalse();
    }
}
