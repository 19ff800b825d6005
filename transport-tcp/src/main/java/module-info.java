/** Connections over TCP. */
module io.github.pgtwo.transport.tcp {
    requires transitive io.github.pgtwo.spi;
    requires org.slf4j;
    requires static com.google.guice;

    exports io.github.pgtwo.transport.tcp;
    exports io.github.pgtwo.transport.tcp.guice;

    provides io.github.pgtwo.spi.Transport with
            io.github.pgtwo.transport.tcp.TcpTransport;
}
