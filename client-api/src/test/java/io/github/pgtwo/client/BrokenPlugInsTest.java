package io.github.pgtwo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.spi.AuthExchange;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.ByteStream;
import io.github.pgtwo.spi.Endpoint;
import io.github.pgtwo.spi.Exposure;
import io.github.pgtwo.spi.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins that are found and cannot even say what they are. Nobody has asked for them, so nobody may suffer. */
class BrokenPlugInsTest {
    /** The first bytes of a class of a Java that does not exist yet. */
    private static final byte[] TOO_NEW = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0x7f, 0, 0, 0};

    @TempDir
    private Path jar;

    /** Fails whatever it is asked. */
    public static final class Mute implements Transport {
        @Override
        public String name() {
            throw new IllegalStateException("mute");
        }

        @Override
        public boolean supports(Endpoint endpoint) {
            throw new IllegalStateException("mute");
        }

        @Override
        public ByteStream open(Endpoint endpoint, Duration connectTimeout) {
            throw new IllegalStateException("mute");
        }
    }

    /** Was built against something that is not there. */
    public static final class MuteAuth implements AuthProvider {
        @Override
        public String method() {
            throw new NoSuchMethodError("mute");
        }

        @Override
        public int requestCode() {
            throw new NoSuchMethodError("mute");
        }

        @Override
        public Exposure exposure() {
            return Exposure.NOTHING;
        }

        @Override
        public void authenticate(AuthExchange exchange) {
            throw new NoSuchMethodError("mute");
        }
    }

    private PgClientBuilder discovering(Class<?> service, String lines) throws Exception {
        return PlugInsTest.withServices(
                        jar, service, lines, () -> PgClient.builder().discover("other"))
                .endpoint(Endpoint.tcp("db", 5432))
                .user("u");
    }

    @Test
    void aClassThatCannotBeLoadedDoesNotHideTheOthers() throws Exception {
        Path file = jar.resolve("broken/TooNew.class");
        Files.createDirectories(file.getParent());
        Files.write(file, TOO_NEW);
        PgClientBuilder builder =
                discovering(Transport.class, "broken.TooNew\n" + PlugInsTest.Stray.class.getName() + "\n");
        assertThatThrownBy(builder.build()::connect).hasMessageContaining("stray");
    }

    @Test
    void aTransportThatFailsDoesNotHideTheOthers() throws Exception {
        String lines = Mute.class.getName() + "\n" + PlugInsTest.Stray.class.getName() + "\n";
        assertThatThrownBy(discovering(Transport.class, lines).build()::connect).hasMessageContaining("stray");
    }

    @Test
    void aLoginMethodThatFailsIsNotUsed() throws Exception {
        PgClientBuilder builder = discovering(AuthProvider.class, MuteAuth.class.getName());
        assertThat(builder.transport(new FakeServer()).build()).isNotNull();
    }
}
