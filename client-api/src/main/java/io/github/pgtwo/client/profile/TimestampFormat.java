package io.github.pgtwo.client.profile;

/** What a binary timestamp is, which was chosen when the server was built (protocol 2.0, section 12.4). */
public enum TimestampFormat {
    /** Microseconds in 64 bits. */
    INTEGER,
    /** Seconds as a double. */
    FLOAT,
    /** The server cannot be asked, as 7.3 and 7.4. */
    UNKNOWN
}
