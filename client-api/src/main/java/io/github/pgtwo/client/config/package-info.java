/**
 * Everything that a client was built with, checked and found once: the settings, the transports and login methods.
 */
@NullMarked
package io.github.pgtwo.client.config;

import org.jspecify.annotations.NullMarked;
