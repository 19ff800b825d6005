/**
 * The settings that people already have: connection strings, {@code PG*} variables, service files and password files,
 * with the meaning that libpq gives them.
 */
@NullMarked
package io.github.pgtwo.client.settings;

import org.jspecify.annotations.NullMarked;
