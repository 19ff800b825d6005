/** What a server is like, as far as a client has to know: its version, settings and all that follows from them. */
@NullMarked
package io.github.pgtwo.client.profile;

import org.jspecify.annotations.NullMarked;
