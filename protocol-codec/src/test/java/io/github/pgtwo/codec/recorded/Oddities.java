package io.github.pgtwo.codec.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recordings in which somebody broke the rules, and what is expected then. */
final class Oddities {
    private static final String LIMITS = " is not within 8 and the limit of 10000";

    /** By scenario, of all servers: how the client's garbage is refused. */
    private static final Map<String, String> GARBAGE = Map.ofEntries(
            Map.entry("22_http_get", "StartupPacket.length at byte 0: 1195725856" + LIMITS),
            Map.entry("22_length_0", "StartupPacket.length at byte 0: 0" + LIMITS),
            Map.entry("22_length_100000", "StartupPacket.length at byte 0: 100000" + LIMITS),
            Map.entry("22_length_3", "StartupPacket.length at byte 0: 3" + LIMITS),
            Map.entry("22_length_4", "StartupPacket.length at byte 0: 4" + LIMITS),
            Map.entry("22_length_7", "StartupPacket.length at byte 0: 7" + LIMITS),
            Map.entry("22_length_negative", "StartupPacket.length at byte 0: -1" + LIMITS),
            Map.entry("22_unknown_message_type", "Message at byte 296: no command begins with byte 0x79"));

    /** By scenario, of all servers: the code of a first packet that is none of this protocol version. */
    private static final Map<String, Integer> UNSUPPORTED = Map.of(
            "21_ssl_request_garbage", 1234 << 16 | 5775,
            "22_proto_v0", 0,
            "22_proto_v1", 1 << 16,
            "22_proto_v3_in_v2_layout", 3 << 16,
            "22_proto_v3_real", 3 << 16,
            "22_proto_v4", 4 << 16);

    /** COPY BINARY, which only 6.4 has, is no text and has no end marker. */
    private static final String BINARY_COPY = "6.4 16_copy_binary";

    /** How many of the client's messages nobody hears, because it was not and never became its turn. */
    private static final Map<String, Integer> UNHEARD = Map.of(
            "6.4 18_fcall_bad_args#5", 2, // the server never answers a call with a NULL
            "7.0 18_fcall_bad_args#5", 2, // likewise
            "6.4 18_large_object", 1, // the server has crashed in a call
            "6.4 23_shutdown_fast_busy", 2, // the recorder gave up a query
            "7.0 23_shutdown_smart_busy", 2,
            "7.2 23_shutdown_smart_busy", 2,
            "7.3 23_shutdown_smart_busy", 2,
            "8.3 23_shutdown_smart_busy", 2,
            "8.3 15_copy_in_bad_line_stop_and_wait", 1); // copy data behind an error

    private static final Set<String> PADDED = Set.of("22_length_300", "22_length_40");

    private static final Set<String> RAW = Set.of("8.3 06_auth_krb5_good", "8.3 06_auth_krb5_other_user");

    private Oddities() {}

    static Recording binaryCopy() {
        return Recordings.named(BINARY_COPY);
    }

    /** Whether the client wants another protocol version, which a client's session does not. */
    static boolean unsupported(Recording recording) {
        return UNSUPPORTED.containsKey(recording.scenario());
    }

    static boolean clientTalksGarbage(Recording recording) {
        return GARBAGE.containsKey(recording.scenario());
    }

    /** The message of the error that an observer ends with, or empty. */
    static String refusal(Recording recording) {
        return recording.toString().equals(BINARY_COPY)
                ? "CopyOutData at byte 16: CopyOutData.data holds a NUL at byte 1"
                : GARBAGE.getOrDefault(recording.scenario(), "");
    }

    /** The message of the error that an observer ends with when the server breaks off an answer, or empty. */
    static String brokenOff(Recording recording) {
        String outcome = ClientOutcomes.of(recording);
        return outcome.startsWith("remote: End") ? outcome.substring("remote: ".length()) : "";
    }

    static int unheard(Recording recording) {
        return UNHEARD.getOrDefault(recording.toString(), 0);
    }

    /** Whether the start-up packet has another length than the one that is written today. */
    static boolean padded(Recording recording) {
        return PADDED.contains(recording.scenario());
    }

    /** Whether the login runs outside of messages, where an observer hears nothing any more. */
    static boolean raw(Recording recording) {
        return RAW.contains(recording.toString());
    }

    /** Whether an observer cannot hear everything. */
    static boolean cutShort(Recording recording) {
        return raw(recording)
                || unsupported(recording)
                || unheard(recording) > 0
                || !refusal(recording).isEmpty();
    }

    /** What an observer hears. */
    static List<String> expected(Recording recording) {
        List<String> lines = new ArrayList<>(recording.understood());
        for (int i = unheard(recording); i > 0; i--) {
            lines.remove(lastOfClient(lines));
        }
        if (recording.toString().equals(BINARY_COPY)) {
            lines.add("B CopyOutResponse");
        }
        if (unsupported(recording)) {
            lines.add("F UnsupportedStartup " + UNSUPPORTED.get(recording.scenario()));
        }
        return recording.scenario().equals("08_pipelined_queries") ? inTurn(lines) : lines;
    }

    private static int lastOfClient(List<String> lines) {
        int last = lines.size() - 1;
        while (lines.get(last).charAt(0) != 'F') {
            last--;
        }
        return last;
    }

    /** Pipelined commands are listed as they were sent, and heard one behind the answer to the other. */
    private static List<String> inTurn(List<String> lines) {
        List<String> commands = new ArrayList<>(
                lines.stream().filter(line -> line.startsWith("F ")).toList());
        List<String> heard = new ArrayList<>(List.of(commands.remove(0)));
        for (String line : lines) {
            if (line.startsWith("B ")) {
                heard.add(line);
            }
            if (line.equals("B ReadyForQuery")) {
                heard.add(commands.remove(0));
            }
        }
        return heard;
    }
}
