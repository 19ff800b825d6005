/**
 * Text as bytes and back: which charset a session's encoding is, and what becomes of what does not fit it (protocol
 * 2.0, sections 5.5, 13.2).
 */
@NullMarked
package io.github.pgtwo.client.encoding;

import org.jspecify.annotations.NullMarked;
