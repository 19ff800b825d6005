/**
 * The two seams of pgtwo: {@link io.github.pgtwo.spi.Transport} moves bytes, {@link
 * io.github.pgtwo.spi.AuthProvider} answers a login request.
 *
 * <p>Here live interfaces, small immutable values, the exceptions that cross the seam, and {@link
 * io.github.pgtwo.spi.Readiness}, by which transports on channels wait. Nothing here opens a socket, reads a file,
 * logs or starts a thread; whoever writes a plug-in needs this module and the codec, nothing else.
 */
package io.github.pgtwo.spi;
