/**
 * The conversation with a server: messages against exceptions, bytes against patience. Knows what a message is, and not
 * what a query is.
 */
@NullMarked
package io.github.pgtwo.client.wire;

import org.jspecify.annotations.NullMarked;
