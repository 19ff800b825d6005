/**
 * The client: {@link io.github.pgtwo.client.PgClient} is the immutable factory, {@link
 * io.github.pgtwo.client.PgConnection} one conversation with a server.
 *
 * <p>Here lives what an application calls, and the glue between session, stream and login that makes it work.
 * Transports and login methods are not known by name; they meet the client at run time. Code is plain and
 * blocking: no thread is started, nothing is read from the socket outside of a call.
 */
@NullMarked
package io.github.pgtwo.client;

import org.jspecify.annotations.NullMarked;
