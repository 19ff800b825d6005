/**
 * One logged-in session: whose turn it is, what is one answer, what is known of the transaction, and how it is cancelled.
 */
@NullMarked
package io.github.pgtwo.client.session;

import org.jspecify.annotations.NullMarked;
