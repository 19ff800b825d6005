/**
 * {@link io.github.pgtwo.testkit.proxy.FaultProxy} stands between a driver and a server, and disturbs on command.
 *
 * <p>It knows bytes, not messages, and so disturbs whatever protocol runs through it.
 */
@org.jspecify.annotations.NullMarked
package io.github.pgtwo.testkit.proxy;
