/**
 * Servers for tests of drivers, without PostgreSQL: {@link io.github.pgtwo.testkit.backend.ScriptedBackend} follows a
 * {@link io.github.pgtwo.testkit.backend.Script}, {@link io.github.pgtwo.testkit.backend.ReplayBackend} a recorded
 * conversation.
 *
 * <p>They listen over TCP, over a Unix socket or in memory, and tell by an AssertionError what was expected and what
 * came instead. Each wait has an end.
 */
@org.jspecify.annotations.NullMarked
package io.github.pgtwo.testkit.backend;
