package io.github.pgtwo.console;

import io.github.pgtwo.client.settings.ConnectionPlan;
import io.github.pgtwo.client.settings.ConnectionSettings;
import io.github.pgtwo.client.settings.Setting;
import io.github.pgtwo.client.settings.Surroundings;
import io.github.pgtwo.embedded.EmbeddedServer;
import java.util.List;
import java.util.Map;

/** What {@code --embedded} says about the server to connect to. The environment has no say in it. */
final class EmbeddedTarget {
    private static final List<Setting> ITS_OWN = List.of(Setting.HOST, Setting.HOSTADDR, Setting.PORT);

    private EmbeddedTarget() {}

    static void check(Options options) {
        ConnectionSettings said = options.target().or(options.connection());
        for (Setting setting : ITS_OWN) {
            if (said.get(setting).isPresent()) {
                throw new UsageException("option '--embedded' chooses its own " + setting.key());
            }
        }
    }

    static ConnectionPlan plan(EmbeddedServer server, ConnectionSettings said) {
        return said.with(Setting.HOST, EmbeddedServer.HOST)
                .with(Setting.PORT, String.valueOf(server.port()))
                .or(ConnectionSettings.NONE.with(Setting.DBNAME, EmbeddedServer.SUPERUSER))
                .complete(new Surroundings(Map.of(), EmbeddedServer.SUPERUSER, server.folder(), warning -> {}));
    }
}
