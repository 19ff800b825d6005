package io.github.pgtwo.peers;

import java.util.List;

/**
 * How clients are run.
 *
 * @param repetitions of each client, of which the median counts
 * @param options more of them for the JVM of each
 */
record Runs(int repetitions, List<String> options) {}
