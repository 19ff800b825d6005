/** What a transport or a login method has to implement: interfaces and small values, no framework. */
module io.github.pgtwo.spi {
    requires transitive io.github.pgtwo.codec;

    exports io.github.pgtwo.spi;
}
