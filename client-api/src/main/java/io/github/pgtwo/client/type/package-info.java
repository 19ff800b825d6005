/**
 * The values of columns (protocol 2.0, section 12): what a server of any release writes, as text in any DateStyle or in
 * binary form, as Java values. Without a connection; every value is read exactly, or refused.
 *
 * <p>{@link io.github.pgtwo.client.type.Types} has the types, {@link io.github.pgtwo.client.type.TypeRegistry} tells
 * which one is for which column.
 */
@NullMarked
package io.github.pgtwo.client.type;

import org.jspecify.annotations.NullMarked;
