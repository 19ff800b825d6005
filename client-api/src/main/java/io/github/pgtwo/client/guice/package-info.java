/** The only place of this module that knows Guice; legal to be without it. */
package io.github.pgtwo.client.guice;
