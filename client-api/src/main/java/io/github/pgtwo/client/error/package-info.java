/** What the client throws, and what servers say in errors and notices. Depends on nothing else of the client. */
@NullMarked
package io.github.pgtwo.client.error;

import org.jspecify.annotations.NullMarked;
