/** The harness: starts the server and the JVMs of the clients, and writes the tables. */
package io.github.pgtwo.peers;
