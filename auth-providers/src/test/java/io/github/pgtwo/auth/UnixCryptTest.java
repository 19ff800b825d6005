package io.github.pgtwo.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgtwo.codec.Bytes;
import io.github.pgtwo.spi.AuthenticationException;
import io.github.pgtwo.testkit.auth.ScriptedExchange;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our crypt against three others: a frozen file, commons-codec, and the C library of the machine. */
class UnixCryptTest {
    private static final int CASES = 2000;
    private static final String LIBRARY =
            "while (<STDIN>) { my ($p, $s) = split; print crypt(pack('H*', $p), $s), qq(\\n) }";

    @TempDir
    private Path folder;

    private record Case(Bytes password, String salt) {
        String line() {
            return HexFormat.of().formatHex(password.toByteArray()) + " " + salt;
        }

        String crypted() {
            byte[] result = UnixCrypt.crypt(password.toByteArray(), salt.getBytes(StandardCharsets.US_ASCII));
            return new String(result, StandardCharsets.US_ASCII);
        }
    }

    /** Up to twelve bytes of all values but NUL, and any salt. */
    private static List<Case> random(long seed) {
        Random random = new Random(seed);
        List<Case> cases = new ArrayList<>();
        while (cases.size() < CASES) {
            byte[] password = new byte[1 + random.nextInt(12)];
            for (int i = 0; i < password.length; i++) {
                password[i] = (byte) (1 + random.nextInt(255));
            }
            cases.add(new Case(Bytes.wrap(password), "" + digit(random) + digit(random)));
        }
        return cases;
    }

    private static char digit(Random random) {
        return UnixCrypt.DIGITS.charAt(random.nextInt(UnixCrypt.DIGITS.length()));
    }

    @Test
    void agreesWithWhatWasFrozen() throws IOException {
        int lines = 0;
        try (BufferedReader vectors = new BufferedReader(new InputStreamReader(
                UnixCryptTest.class.getResourceAsStream("crypt-vectors.txt"), StandardCharsets.US_ASCII))) {
            for (String line = vectors.readLine(); line != null; line = vectors.readLine()) {
                String[] parts = line.split(" ", -1);
                assertThat(new Case(Bytes.wrap(HexFormat.of().parseHex(parts[0])), parts[1]).crypted())
                        .as(line)
                        .isEqualTo(parts[2]);
                lines++;
            }
        }
        assertThat(lines).isEqualTo(200);
    }

    /** From the recorded conversations of the codec's tests: these answers were accepted. */
    @ParameterizedTest
    @CsvSource({
        "6.4, BqYwBaWBa22/w",
        "7.0, 32hn2TJ.ZBrTs",
        "7.2, Y6E6BJTUseQLg",
        "7.3, ZYzkUPb0dAg3s",
        "8.3, 6jcr8zk2GZEXg"
    })
    void agreesWithServers(String version, String answer) {
        String salt = answer.substring(0, 2);
        assertThat(new Case(Bytes.utf8("secret"), salt).crypted()).as(version).isEqualTo(answer);
    }

    @Test
    void agreesWithCommonsCodec() {
        for (Case each : random(1)) {
            String other = org.apache.commons.codec.digest.UnixCrypt.crypt(
                    each.password().toByteArray(), each.salt());
            assertThat(each.crypted()).isEqualTo(other);
        }
    }

    /** Perl, which is on every machine that git is on, hands crypt to the C library. */
    @Test
    void agreesWithTheLibraryOfTheMachine() throws Exception {
        List<Case> cases = random(System.nanoTime());
        Path in = folder.resolve("cases");
        try (BufferedWriter out = Files.newBufferedWriter(in)) {
            for (Case each : cases) {
                out.write(each.line() + "\n");
            }
        }
        Process perl = new ProcessBuilder("perl", "-e", LIBRARY)
                .redirectInput(in.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> answers = new String(perl.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        assertThat(perl.waitFor()).isZero();
        assertThat(answers).hasSize(CASES);
        for (int i = 0; i < CASES; i++) {
            assertThat(cases.get(i).crypted()).as(cases.get(i).line()).isEqualTo(answers.get(i));
        }
    }

    @Test
    void onlyEightBytesOfSevenBitsCount() {
        String crypted = new Case(Bytes.utf8("sekrit12"), "ab").crypted();
        assertThat(new Case(Bytes.utf8("sekrit12XX"), "ab").crypted()).isEqualTo(crypted);
        byte[] highBit = "sekrit12".getBytes(StandardCharsets.US_ASCII);
        highBit[0] |= (byte) 0x80;
        assertThat(new Case(Bytes.wrap(highBit), "ab").crypted()).isEqualTo(crypted);
    }

    @Test
    void anImpossibleSaltIsRefusedBeforeThePasswordIsAskedFor() {
        ScriptedExchange exchange = ScriptedExchange.of("alice", Bytes.utf8("a!"), "secret");
        assertThatThrownBy(() -> new CryptAuth().authenticate(exchange))
                .isInstanceOfSatisfying(
                        AuthenticationException.class,
                        thrown -> assertThat(thrown.kind()).isEqualTo(AuthenticationException.Kind.PROTOCOL));
        assertThat(exchange.credentialsTaken()).isZero();
        assertThat(exchange.sent()).isEmpty();
    }
}
