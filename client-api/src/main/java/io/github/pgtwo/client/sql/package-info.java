/**
 * Texts with arguments: what comes from outside becomes a value or a name, and nothing else (protocol 2.0, section 13).
 */
@NullMarked
package io.github.pgtwo.client.sql;

import org.jspecify.annotations.NullMarked;
