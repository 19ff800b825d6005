/** The only place of this module that knows Guice; legal to be without it. */
@NullMarked
package io.github.pgtwo.client.guice;

import org.jspecify.annotations.NullMarked;
