/**
 * A PostgreSQL server that exists as long as a program needs it: {@link
 * io.github.pgtwo.embedded.EmbeddedServer}.
 *
 * <p>Here lives whatever unpacks, initializes, starts, stops and removes a server. Nothing here speaks the
 * protocol: what this package starts is what the rest of pgtwo is tested against, so it must not lean on it.
 */
package io.github.pgtwo.embedded;
