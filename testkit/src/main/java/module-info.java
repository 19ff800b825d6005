/** Servers that follow a script, a proxy that disturbs, and contracts of plug-ins; needs no test framework. */
module io.github.pgtwo.testkit {
    requires transitive io.github.pgtwo.spi;
    requires static transitive org.jspecify;

    exports io.github.pgtwo.testkit;
    exports io.github.pgtwo.testkit.auth;
    exports io.github.pgtwo.testkit.backend;
    exports io.github.pgtwo.testkit.proxy;
    exports io.github.pgtwo.testkit.transport;
}
