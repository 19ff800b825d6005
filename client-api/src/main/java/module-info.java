/** What an application uses: clients, connections, queries, results. */
module io.github.pgtwo.client {
    requires transitive io.github.pgtwo.codec;
    requires transitive io.github.pgtwo.spi;
    requires static transitive org.jspecify;
    requires static com.google.guice;
    requires org.slf4j;

    exports io.github.pgtwo.client;
    exports io.github.pgtwo.client.auth;
    exports io.github.pgtwo.client.copy;
    exports io.github.pgtwo.client.encoding;
    exports io.github.pgtwo.client.error;
    exports io.github.pgtwo.client.event;
    exports io.github.pgtwo.client.guice;
    exports io.github.pgtwo.client.profile;
    exports io.github.pgtwo.client.settings;
    exports io.github.pgtwo.client.sql;
    exports io.github.pgtwo.client.type;

    uses io.github.pgtwo.spi.AuthProvider;
    uses io.github.pgtwo.spi.StreamSecurityFactory;
    uses io.github.pgtwo.spi.Transport;
}
