/** As much of SQL's grammar as a client has to know: where statements end, and which of them end transactions. */
@NullMarked
package io.github.pgtwo.client.lexer;

import org.jspecify.annotations.NullMarked;
