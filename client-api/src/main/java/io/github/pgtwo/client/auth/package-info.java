/** What a server may make the client give away. */
@NullMarked
package io.github.pgtwo.client.auth;

import org.jspecify.annotations.NullMarked;
