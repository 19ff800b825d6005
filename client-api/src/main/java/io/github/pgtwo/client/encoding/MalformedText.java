package io.github.pgtwo.client.encoding;

/** What becomes of a value whose bytes are no text in the session's charset. */
public enum MalformedText {
    /** An error that says where. The bytes themselves can be had all the same. */
    REPORT,
    /** U+FFFD in the place of each malformed part. */
    REPLACE
}
