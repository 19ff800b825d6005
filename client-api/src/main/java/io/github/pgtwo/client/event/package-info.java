/** What a connection tells of by itself: to a listener, or when it is asked. */
@NullMarked
package io.github.pgtwo.client.event;

import org.jspecify.annotations.NullMarked;
