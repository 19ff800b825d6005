/** Connections over TCP, and TLS on any stream. */
module io.github.pgtwo.transport.tcp {
    requires transitive io.github.pgtwo.spi;
    requires org.slf4j;
    requires static com.google.guice;

    exports io.github.pgtwo.transport.tcp;
    exports io.github.pgtwo.transport.tcp.guice;
    exports io.github.pgtwo.transport.tcp.tls;

    provides io.github.pgtwo.spi.Transport with
            io.github.pgtwo.transport.tcp.TcpTransport;
    provides io.github.pgtwo.spi.StreamSecurityFactory with
            io.github.pgtwo.transport.tcp.tls.TlsFactory;
}
