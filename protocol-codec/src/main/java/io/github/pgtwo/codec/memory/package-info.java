/** Internal: reading and writing arrays of bytes, for all other packages of the codec. Not exported, needs nothing. */
package io.github.pgtwo.codec.memory;
