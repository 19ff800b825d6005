package io.github.pgtwo.codec.fuzz;

import io.github.pgtwo.codec.WireWriter;
import io.github.pgtwo.codec.backend.BackendDecoder;
import io.github.pgtwo.codec.frontend.FrontendDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where a fuzzer starts: every message, every mode, and the ways through a conversation. */
final class Seeds {
    private static final List<String> SERVER_ERRORS = List.of(
            "44", "5a00", "5200000004", "560047", "5647ffffffff", "564700000001ff31", "54ffff", "540001", "450061");
    private static final List<String> CLIENT_ERRORS = List.of(
            "0000000804d2162e",
            "0000000804d21630",
            "00000009000300007a",
            "00000007",
            "0000012800030000",
            "0000000c0002000164620000",
            "0000012804d2162f",
            "00000004",
            "0000000b7365007372657400",
            "4600000000b1ffffffff",
            "4600000000b100000001fffffffe",
            "7a");
    private static final List<String> CLIENT_FINDINGS = List.of(
            "054d00031204020352eefbfdfc2c00040003120401f100",
            "040400030003010401030a0404010403",
            "05f8540003171e0300030204040038dbdbdbdbdbdb24242424000317040003171e0304fdfdfbfb1afb1a24242424dbdbdbdbdb242424240003030000",
            "05f8540003171e0300030204040038dbdbdbdbdbdb24242424000317040003171e0304fdfdfbfb1afb3d1a24242424dbdbdbdbdb242424240003030000");
    private static final List<String> SERVER_FINDINGS = List.of(
            "040300041203020403",
            "020307ff0419",
            "0003000400040103010409010439040401010404f304040401030101040901010101010404f304040401030104090303000412030204140403050409030403050404040103010a",
            "210300040004012301015c040904040a042103020401");
    private static final List<String> COPIED =
            List.of("1\\t2\n\\.\n", "\\.x\n\\", "\\..\n", "a\0b", "EERROR:  no\n\0", "EFATAL 1:  x\0", "\n\\.\r\n");

    private Seeds() {}

    static Stream<byte[]> backendDecoder() {
        byte[] all =
                concat(Stream.of(Samples.SERVER).limit(21).map(m -> m.encode().toByteArray()));
        Stream<byte[]> singles = Stream.of(Samples.SERVER).map(m -> m.encode().toByteArray());
        Stream<byte[]> wires = Stream.of(
                        Stream.of(all), singles, SERVER_ERRORS.stream().map(Seeds::hex), copied())
                .flatMap(wire -> wire);
        return wires.flatMap(wire -> modes(wire, BackendDecoder.Expected.values().length));
    }

    static Stream<byte[]> frontendDecoder() {
        Stream<byte[]> singles = Stream.of(Samples.CLIENT).map(m -> m.encode().toByteArray());
        Stream<byte[]> wires = Stream.of(singles, CLIENT_ERRORS.stream().map(Seeds::hex), copied())
                .flatMap(wire -> wire);
        int modes = FrontendDecoder.Expected.values().length;
        return wires.flatMap(wire -> modes(concat(Stream.of(new byte[] {2}, wire)), modes));
    }

    private static Stream<byte[]> copied() {
        return COPIED.stream().map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Expected first, whatever it is; limits, quirks and end of the stream in turn. */
    private static Stream<byte[]> modes(byte[] wire, int modes) {
        return IntStream.range(0, 2 * modes)
                .mapToObj(i -> concat(Stream.of(new byte[] {(byte) (i < modes ? 6 : 5), (byte) (i % modes)}, wire)));
    }

    /** S sends the sample of that number, R receives one, W takes raw bytes and ends their dialogue. */
    static Stream<byte[]> clientSession() {
        return Stream.concat(conversations(true), CLIENT_FINDINGS.stream().map(Seeds::hex));
    }

    static Stream<byte[]> serverSession() {
        return Stream.concat(conversations(false), SERVER_FINDINGS.stream().map(Seeds::hex));
    }

    private static Stream<byte[]> conversations(boolean client) {
        return Stream.of(
                        "c7 s26 c0 s18 c2 s0 s17 s1 c1 s5 s6 s7 s8 s4 s1 c1 s9 c4 c5 s4 s1 c1 s10 s11 s12 s4 s1 c3",
                        "c7 s25 c0 s20 c2 s0 s1 c6 s14 s1 c6 s15 s16 s1 c1 s13 s1 c1 s2 s3 s1 s2",
                        "c0 s21 c9 s27 w s0 s1 c1 s2 s2 s1",
                        "c0 s19 c2 s24 c2 s2",
                        "c8 s2",
                        "c7 s2",
                        "c0 s0 s1 c1 s9 c4 s2 s1",
                        "c0 s0 s1 c1 s9 s4 s1 c1 s10 s11 s2 s1",
                        "c0 s22 w s0 s17 s17 s3 s1",
                        "c0 s23 w s0 s2",
                        "c0 s0 s1 c1 s7",
                        "c11 s26 c11 s26 c0 s0 s1 c3",
                        "c10 s2 s3",
                        "c7 s26 c11 s2",
                        "c0 s18 c2 s18 c2 s18 c2 s18 c2 s0",
                        "c0 s18 c2 s20",
                        "c0 s3 s3 s3 s0 s1",
                        "c0 s0 s1 c1 c3 s4 s1",
                        "c0 s0 s1 c1 c1 s9 s2 s1",
                        "c0 s0 s1 c1 s9 c4 s2 c3 c1",
                        "c0 s0 s1 c1 s6 s7 s10 s12 s7 s6 s7 s4 s7",
                        "c0 s0 s1 c1 c1 c1 c1 c1 s4 s1",
                        "c0 s0 s1 c1 c1 s4 s1 s4 s1 c3")
                .flatMap(text -> IntStream.of(0, 2, 4, 5).mapToObj(flags -> script(flags, text, client)));
    }

    private static byte[] script(int flags, String text, boolean client) {
        WireWriter out = new WireWriter().int8(flags);
        for (String step : text.split(" ", -1)) {
            if (step.equals("w")) {
                out.int8(6 + 8 * 3);
            } else {
                boolean sends = step.startsWith("c") == client;
                out.int8(sends ? 4 : 3).int8(Integer.parseInt(step.substring(1)));
            }
        }
        return out.take().toByteArray();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] concat(Stream<byte[]> parts) {
        return parts.reduce(new byte[0], (a, b) -> {
            byte[] both = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, both, a.length, b.length);
            return both;
        });
    }
}
