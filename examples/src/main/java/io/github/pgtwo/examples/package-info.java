/** One small program for each use; documentation quotes them, and the build compiles and runs them. */
package io.github.pgtwo.examples;
