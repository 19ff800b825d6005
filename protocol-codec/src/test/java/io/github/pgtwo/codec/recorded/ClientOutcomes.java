package io.github.pgtwo.codec.recorded;

import java.util.Map;
import java.util.TreeMap;

/** How a client's session ends where the recorded client or server broke a rule; all others end in good order. */
final class ClientOutcomes {
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.of(
            // the recorded client went on behind an error, or behind a call that was not answered
            "8.3 15_copy_in_bad_line_stop_and_wait", "local: CopyInData is illegal in phase COPY_FAILED",
            "6.4 18_fcall_bad_args#5", "local: Query is illegal in phase FUNCTION",
            "7.0 18_fcall_bad_args#5", "local: Query is illegal in phase FUNCTION",
            "6.4 16_copy_binary", "remote: CopyOutData at byte 16: CopyOutData.data holds a NUL at byte 1"));

    private static final String EARLY_END = "local: CopyInData.data has an unescaped \\.";

    static {
        // the recorded client tried what servers make of a marker with CR LF, or at the end of a line of data
        for (String server : new String[] {"6.4", "7.0", "7.2", "7.3", "8.3"}) {
            earlyEnd(server + " 15_copy_in_crlf_and_eof_variants", 11);
            earlyEnd(server + " 15_copy_in_crlf_and_eof_variants#2", 8);
        }
        // crashed in a call
        serverEnd("7.0 18_fcall_bad_args#2", 15, "FUNCTION");
        serverEnd("6.4 18_large_object", 251, "FUNCTION");
        // stopped in a query
        serverEnd("6.4 23_shutdown_immediate_busy", 41, "QUERY");
        serverEnd("7.0 23_shutdown_immediate_busy", 371, "QUERY");
        serverEnd("7.2 23_shutdown_immediate_busy", 373, "QUERY");
        serverEnd("7.3 23_shutdown_immediate_busy", 374, "QUERY");
        serverEnd("8.3 23_shutdown_immediate_busy", 122, "QUERY");
        serverEnd("6.4 23_shutdown_smart_busy", 41, "QUERY");
        // stopped before it answered
        serverEnd("6.4 23_shutdown_smart_busy#2", 0, "STARTUP");
        serverEnd("7.0 23_shutdown_immediate_idle#2", 0, "STARTUP");
        serverEnd("8.3 23_shutdown_immediate_busy#2", 0, "STARTUP");
        serverEnd("8.3 23_shutdown_immediate_idle#2", 0, "STARTUP");
        // options that it does not say a word about, or only a notice
        for (String connection : new String[] {"", "#3", "#4", "#5", "#6", "#7"}) {
            serverEnd("6.4 24_options" + connection, 5, "BACKEND_START");
            serverEnd("7.0 24_options" + connection, 5, "BACKEND_START");
        }
        for (String connection : new String[] {"#4", "#6", "#7"}) {
            serverEnd("7.2 24_options" + connection, 74, "BACKEND_START");
            serverEnd("7.3 24_options" + connection, 75, "BACKEND_START");
        }
    }

    private ClientOutcomes() {}

    private static void serverEnd(String recording, int at, String phase) {
        EXPECTED.put(recording, "remote: End at byte " + at + ": is illegal in phase " + phase);
    }

    private static void earlyEnd(String recording, int dot) {
        EXPECTED.put(recording, EARLY_END + " with its dot at byte " + dot + ", which would end the data");
    }

    /** Whether a client's session does not send what would end its copy data early. */
    static boolean endsCopyEarly(Recording recording) {
        return of(recording).startsWith(EARLY_END);
    }

    static String of(Recording recording) {
        return EXPECTED.getOrDefault(recording.toString(), "");
    }

    static Map<String, String> all() {
        return EXPECTED;
    }
}
