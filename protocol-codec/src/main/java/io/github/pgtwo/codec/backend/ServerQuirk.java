package io.github.pgtwo.codec.backend;

/** What some servers do that changes where messages begin and end, and that the bytes alone do not tell. */
public enum ServerQuirk {
    /**
     * 6.4: an error in the middle of COPY TO STDOUT comes as an ErrorResponse between two lines, without an end
     * marker (section 7.7), and a notice as a NoticeResponse, behind which the data goes on (section 1.8). They are
     * told by their severities; a line of data that reads like one cannot be told from it.
     */
    MESSAGES_INSIDE_COPY_OUT,
    /**
     * 6.4 to 9.0: what a client copies in ends at an unescaped {@code \.} in front of a newline, wherever in its line
     * that stands (section 7.3). Others wait for a line of its own. A client's session refuses to send such data.
     */
    COPY_IN_ENDS_INSIDE_LINE
}
