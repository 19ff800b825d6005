package io.github.pgtwo.codec;

/** What a decoder bounds, each with the bound in force where nothing else is asked for (section 14). */
public enum Limit {
    /** One whole message in bytes, tag included. */
    MESSAGE(512 << 20),
    /** One value of a row in bytes. */
    VALUE(256 << 20),
    /** Columns in a RowDescription. Servers up to 7.2 announce more than they can deliver. */
    COLUMNS(4096),
    /** A short String in bytes: cursor name, completion tag, column name, notification condition. */
    NAME(8 << 10),
    /** The text of an ErrorResponse or NoticeResponse in bytes. */
    TEXT(1 << 20),
    /** The text of a Query in bytes. */
    QUERY(64 << 20),
    /** The content of a password packet in bytes. */
    PASSWORD(1000);

    private final int standard;

    Limit(int standard) {
        this.standard = standard;
    }

    int standard() {
        return standard;
    }
}
