package io.github.pgtwo.testkit.auth;

import io.github.pgtwo.testkit.Check;

/** A check before it knows the patience. */
record Rule(String name, Check.Body body) {}
