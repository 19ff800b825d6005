/**
 * TLS on any byte stream, by the JDK: {@link io.github.pgtwo.transport.tcp.tls.Tls} is what a client is given.
 *
 * <p>The stream keeps what the one beneath it promises: deadlines, and that closing from another thread ends what
 * waits. Certificates and keys are read and checked by the JDK. Nothing here knows a message of the protocol.
 */
package io.github.pgtwo.transport.tcp.tls;
