/**
 * The contract of an {@link io.github.pgtwo.spi.AuthProvider} as a list of checks that need no connection.
 *
 * <p>{@link io.github.pgtwo.testkit.auth.ScriptedExchange} is the other side of a provider: it gives the challenge and
 * the password and keeps what is sent. It serves tests of one's own as well.
 */
@org.jspecify.annotations.NullMarked
package io.github.pgtwo.testkit.auth;
