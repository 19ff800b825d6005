/** What authors of plug-ins prove their work with; needs no test framework. */
module io.github.pgtwo.testkit {
    requires transitive io.github.pgtwo.spi;

    exports io.github.pgtwo.testkit.transport;
}
