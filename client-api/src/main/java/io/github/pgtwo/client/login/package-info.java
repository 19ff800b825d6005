/** From the endpoint to a connection that waits for its first query: TLS, the startup packet, the login methods. */
@NullMarked
package io.github.pgtwo.client.login;

import org.jspecify.annotations.NullMarked;
