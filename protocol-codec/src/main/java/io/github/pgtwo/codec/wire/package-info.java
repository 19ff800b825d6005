/**
 * Internal: how bytes that arrive in pieces become whole frames. Not exported.
 *
 * <p>{@link io.github.pgtwo.codec.wire.Inbound} stores what arrived; {@link
 * io.github.pgtwo.codec.wire.FrameScanner} walks one message's layout and keeps its place when bytes run out;
 * {@link io.github.pgtwo.codec.wire.FrameReader} reads the fields of a message that is complete. Which layout
 * a message has stands in the message's own file, as a {@link io.github.pgtwo.codec.wire.Layout}.
 */
package io.github.pgtwo.codec.wire;
