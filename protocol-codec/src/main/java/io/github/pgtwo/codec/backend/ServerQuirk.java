package io.github.pgtwo.codec.backend;

/** What some servers do that changes where messages begin and end, and that the bytes alone do not tell. */
public enum ServerQuirk {
    /**
     * 6.4: an error in the middle of COPY TO STDOUT comes as an ErrorResponse between two lines, without an end
     * marker (section 7.7). A line of data that reads like one cannot be told from it.
     */
    ERROR_INSIDE_COPY_OUT
}
