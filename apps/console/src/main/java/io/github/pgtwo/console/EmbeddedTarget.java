package io.github.pgtwo.console;

import io.github.pgtwo.embedded.EmbeddedServer;
import java.util.List;
import java.util.Map;

/** What {@code --embedded} says about the server to connect to. The environment has no say in it. */
final class EmbeddedTarget {
    /** For what neither the server nor the command line decides. */
    static final Map<Parameter, String> DEFAULTS =
            Map.of(Parameter.USER, EmbeddedServer.SUPERUSER, Parameter.DATABASE, EmbeddedServer.SUPERUSER);

    private static final List<Parameter> ITS_OWN = List.of(Parameter.HOST, Parameter.PORT);

    private EmbeddedTarget() {}

    static void check(Options options) {
        for (Parameter parameter : ITS_OWN) {
            if (options.connection().containsKey(parameter) || options.target().containsKey(parameter)) {
                throw new UsageException("option '--embedded' chooses its own " + parameter.key());
            }
        }
    }

    static Map<Parameter, String> of(EmbeddedServer server) {
        return Map.of(Parameter.HOST, EmbeddedServer.HOST, Parameter.PORT, String.valueOf(server.port()));
    }
}
