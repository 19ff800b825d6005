/** As much of SQL's grammar as a client has to know: where statements end, and which of them end transactions. */
package io.github.pgtwo.client.sql;
