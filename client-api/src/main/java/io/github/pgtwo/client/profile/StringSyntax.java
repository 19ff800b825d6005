package io.github.pgtwo.client.profile;

/** What a backslash means in a plain literal {@code '...'} (protocol 2.0, section 13.1). */
public enum StringSyntax {
    /** It escapes the next character. */
    BACKSLASH_ESCAPES,
    /** Nothing: {@code standard_conforming_strings} was on after the login. */
    STANDARD
}
