/** Connections over Unix-domain sockets. */
module io.github.pgtwo.transport.unix {
    requires transitive io.github.pgtwo.spi;
    requires jdk.net;
    requires org.slf4j;
    requires static com.google.guice;
    requires static org.jnrproject.constants;
    requires static org.jnrproject.enxio;
    requires static org.jnrproject.ffi;
    requires static org.jnrproject.unixsocket;

    exports io.github.pgtwo.transport.unix;
    exports io.github.pgtwo.transport.unix.guice;

    provides io.github.pgtwo.spi.Transport with
            io.github.pgtwo.transport.unix.UnixTransport;
}
