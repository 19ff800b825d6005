/** Conversations as people read them: one line a message, secrets masked. */
package io.github.pgtwo.codec.trace;
