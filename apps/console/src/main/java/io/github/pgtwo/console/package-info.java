/**
 * The terminal client: {@link io.github.pgtwo.console.Console} takes the options, the environment and the
 * streams of a program and gives back its exit status; {@link io.github.pgtwo.console.Main} is its door.
 *
 * <p>Here live the command line, the choice of a server, and the printing of results. It looks and behaves
 * like psql wherever it does the same; how things are said to a server is the client's matter, not this
 * package's.
 */
package io.github.pgtwo.console;
