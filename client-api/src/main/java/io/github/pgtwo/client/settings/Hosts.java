package io.github.pgtwo.client.settings;

import io.github.pgtwo.client.error.PgSettingsException;
import io.github.pgtwo.spi.Endpoint;
import java.util.ArrayList;
import java.util.List;

/** Splits {@code host}, {@code hostaddr} and {@code port}, which are lists of equal length, or one port for all. */
final class Hosts {
    private Hosts() {}

    static List<Host> of(ConnectionSettings settings) {
        List<String> names = list(settings.value(Setting.HOST));
        List<String> addresses = list(settings.value(Setting.HOSTADDR));
        int count = Math.max(1, addresses.isEmpty() ? names.size() : addresses.size());
        if (!names.isEmpty() && names.size() != count) {
            throw mismatch(Setting.HOST, names.size(), count + " values of \"hostaddr\"");
        }
        List<String> ports = list(settings.value(Setting.PORT));
        if (ports.size() > 1 && ports.size() != count) {
            throw mismatch(Setting.PORT, ports.size(), count + " hosts");
        }
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hosts.add(host(at(names, i), at(addresses, i), at(ports, ports.size() == 1 ? 0 : i)));
        }
        return List.copyOf(hosts);
    }

    private static Host host(String name, String address, String port) {
        if (!address.isEmpty() && !Endpoint.isAddress(address)) {
            throw Wrong.value(Setting.HOSTADDR, address, "is no address");
        }
        return new Host(name, address, Numbers.port(port));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private static String at(List<String> list, int i) {
        return i < list.size() ? list.get(i) : "";
    }

    private static PgSettingsException mismatch(Setting setting, int count, String others) {
        return new PgSettingsException(
                PgSettingsException.Problem.VALUE,
                "\"" + setting.key() + "\" has " + count + " entries, which do not match " + others);
    }
}
