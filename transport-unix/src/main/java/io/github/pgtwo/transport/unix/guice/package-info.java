/** The Unix transport for applications put together by Guice; the only package of this module that needs Guice. */
package io.github.pgtwo.transport.unix.guice;
