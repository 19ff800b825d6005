/**
 * Tools for tests of drivers, transports and login methods, with any test framework: what fails is an {@link
 * AssertionError}.
 *
 * <p>{@code backend} has servers for the driver to talk to, {@code proxy} a proxy that disturbs, {@code transport} and
 * {@code auth} the contracts of plug-ins, each a list of {@link io.github.pgtwo.testkit.Check}s.
 */
package io.github.pgtwo.testkit;
