/**
 * What the server sends (B to F in the protocol text): one immutable record a message, one file each, with
 * the layout, the checks, the reading and the writing.
 *
 * <p>{@link io.github.pgtwo.codec.backend.BackendDecoder} turns bytes into these messages. It knows layouts,
 * not the order in which messages may come; that is the session's. Strings stay bytes until asked for.
 */
package io.github.pgtwo.codec.backend;
