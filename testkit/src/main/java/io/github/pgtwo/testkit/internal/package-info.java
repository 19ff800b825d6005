/** What the checks of all contracts need; not exported. */
package io.github.pgtwo.testkit.internal;
