/**
 * PostgreSQL's frontend/backend protocol 2.0 as pure computation: no sockets, no threads, no clock, no
 * logging, nothing beside {@code java.base}.
 *
 * <p>A session takes what arrives, hands out messages, and turns messages into bytes to send; moving the
 * bytes is yours:
 *
 * <pre>{@code
 * ClientSession session = new ClientSession(ProtocolLimits.DEFAULT);
 * WireWriter out = new WireWriter();
 * session.send(StartupPacket.of("joe", "shop"), out);
 * out.drainTo(socket::write);
 * while (session.phase() != Phase.CLOSED) {
 *     if (session.receive(socket::read) < 0) {
 *         session.receivedEndOfStream(); // next() says what that means
 *     }
 *     while (session.next()) {
 *         BackendMessage message = session.message();
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p>Where to look: messages of the server are in {@link io.github.pgtwo.codec.backend}, those of the client
 * in {@link io.github.pgtwo.codec.frontend}, one file each with its layout; the order in which they may come
 * is the table in {@link io.github.pgtwo.codec.session}. This package holds what all of them share: byte
 * values, limits, errors. Section numbers in the documentation are those of the protocol description that
 * the project follows.
 */
package io.github.pgtwo.codec;
