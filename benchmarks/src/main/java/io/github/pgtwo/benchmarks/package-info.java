/**
 * Benchmarks of the codec, each beside its floor: the simplest correct loop that does the same by hand, over one
 * contiguous array, without limits and without resuming. Ratios of one run count, not single figures.
 */
package io.github.pgtwo.benchmarks;
