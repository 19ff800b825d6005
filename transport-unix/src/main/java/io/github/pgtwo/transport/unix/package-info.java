/**
 * Connections over Unix-domain sockets: {@link io.github.pgtwo.transport.unix.UnixTransport} is the one public class.
 *
 * <p>Here live two engines under one stream, the native socket calls of jnr and the channels of the JDK, and the rules
 * that make them safe: which path is acceptable, how a wait ends, when a descriptor may be closed. Nothing here knows a message of the protocol.
 */
package io.github.pgtwo.transport.unix;
