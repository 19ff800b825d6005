/**
 * Connections over TCP: {@link io.github.pgtwo.transport.tcp.TcpTransport} is the one public class.
 *
 * <p>Here live name resolution, the connect deadline and the byte stream over a {@link java.net.Socket}.
 * Nothing here knows a message of the protocol.
 */
package io.github.pgtwo.transport.tcp;
