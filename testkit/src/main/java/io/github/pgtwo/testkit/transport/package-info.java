/**
 * The contract of a {@link io.github.pgtwo.spi.Transport} as a list of checks.
 *
 * <p>An author implements {@link io.github.pgtwo.testkit.transport.ContractServer}, the other end of the
 * connections, with means that do not depend on the transport, and runs each {@link
 * io.github.pgtwo.testkit.Check} of {@link io.github.pgtwo.testkit.transport.TransportContract} as a test.
 *
 * <p>Here live the checks, grouped by subject, and what they need to wait without hanging. Nothing here depends
 * on a test framework or on a transport.
 */
package io.github.pgtwo.testkit.transport;
