package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.encoding.ServerEncoding;
import java.util.List;

/** Settings with few values, of which pgtwo may not have all: those are refused, so that nobody misses them. */
final class Choices {
    private static final List<Choices> ALL = List.of(
            new Choices(
                    Setting.CHANNEL_BINDING, "disable prefer", "require", "needs SCRAM, which protocol 2.0 has not"),
            new Choices(Setting.GSSENCMODE, "disable prefer", "require", "is not done: use TLS to encrypt"),
            new Choices(Setting.GSSDELEGATION, "0", "1", "is not done"),
            new Choices(Setting.SSLNEGOTIATION, "postgres", "direct", "needs a server that knows no protocol 2.0"),
            new Choices(
                    Setting.SSLCERTMODE, "disable allow", "require", "is not done: nobody tells whether it was sent"),
            new Choices(Setting.SSLCOMPRESSION, "0 1", "", ""),
            new Choices(Setting.SSLSNI, "0 1", "", ""),
            new Choices(Setting.LOAD_BALANCE_HOSTS, "disable random", "", ""),
            new Choices(
                    Setting.REPLICATION, "false off no 0", "true on yes 1 database", "does not exist in protocol 2.0"));

    private final Setting setting;
    private final List<String> done;
    private final List<String> refused;
    private final String why;

    private Choices(Setting setting, String done, String refused, String why) {
        this.setting = setting;
        this.done = List.of(done.split(" "));
        this.refused = List.of(refused.split(" "));
        this.why = why;
    }

    static void check(ConnectionSettings settings) {
        ALL.forEach(choices -> settings.get(choices.setting).ifPresent(choices::check));
        checkAbsent(settings, Setting.SSLPASSWORD, "is not done: keep the key in PKCS#8 without a password");
        if (Numbers.orZero(settings, Setting.TCP_USER_TIMEOUT) > 0) {
            throw Wrong.unsupported(Setting.TCP_USER_TIMEOUT, "is not done: the JDK cannot set it");
        }
        checkEncoding(settings.value(Setting.CLIENT_ENCODING));
    }

    static void checkAbsent(ConnectionSettings settings, Setting setting, String why) {
        if (!settings.value(setting).isEmpty()) {
            throw Wrong.unsupported(setting, why);
        }
    }

    private void check(String value) {
        if (!why.isEmpty() && refused.contains(value)) {
            throw Wrong.unsupported(setting, "as \"" + value + "\" " + why);
        }
        if (!done.contains(value)) {
            throw Wrong.value(setting, value, "is none of " + done);
        }
    }

    private static void checkEncoding(String encoding) {
        if (ServerEncoding.isDangerous(encoding)) {
            throw Wrong.unsupported(
                    Setting.CLIENT_ENCODING,
                    "as \"" + encoding + "\" is not safe: bytes within its characters look like quotes; use UTF8");
        }
    }
}
