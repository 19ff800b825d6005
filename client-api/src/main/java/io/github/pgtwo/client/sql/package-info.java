/** SQL that is put together by programs. */
@NullMarked
package io.github.pgtwo.client.sql;

import org.jspecify.annotations.NullMarked;
