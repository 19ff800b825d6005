/**
 * Which message may come when: the conversation as a state machine over the messages of both sides.
 *
 * <p>All states are in {@link io.github.pgtwo.codec.session.Phase}, all transitions in one table, {@code
 * Transitions}. Whatever affects the state must stand there; the session classes only look it up.
 */
package io.github.pgtwo.codec.session;
