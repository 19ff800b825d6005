package io.github.pgtwo.spi;

/** What an eavesdropper or an impostor gains from a login method's answer, from nothing to everything. */
public enum Exposure {
    /** Nothing usable. */
    NOTHING,
    /** Something to test guesses against, off line: md5. */
    GUESSABLE,
    /** The password with little work: crypt, of 56 bits. */
    REVERSIBLE,
    /** The password itself. */
    PASSWORD
}
