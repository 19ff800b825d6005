/**
 * The text format of COPY (protocol 2.0, sections 7.2 and 7.3), without a connection: lines out of bytes, values out of
 * lines, and lines out of values.
 */
@NullMarked
package io.github.pgtwo.client.copy;

import org.jspecify.annotations.NullMarked;
