package io.github.pgtwo.codec;

/** What a decoder bounds, with the bound in force where nothing else is asked for (section 14). */
public enum Limit {
    /** One whole message in bytes, tag included; copy data is not a message. */
    MESSAGE(512 << 20),
    /** One value of a row, of a FunctionCall or of its result, in bytes. */
    VALUE(256 << 20),
    /** Columns in a RowDescription. Servers up to 7.2 announce more than they can deliver. */
    COLUMNS(4096),
    /** A short String in bytes: cursor name, completion tag, column name, notification condition. */
    NAME(8 << 10),
    /** The text of an ErrorResponse or NoticeResponse in bytes, once the session is logged in. */
    TEXT(1 << 20),
    /** The same before the first ReadyForQuery, from a server that nobody has vouched for. */
    LOGIN_TEXT(16 << 10),
    /** Requests of a server for authentication before it lets the client in. */
    LOGIN_REQUESTS(3),
    /** Notices of a server before it lets the client in. */
    LOGIN_NOTICES(1000),
    /** The text of a Query in bytes. */
    QUERY(64 << 20),
    /** The first packet of a connection in bytes. */
    STARTUP_PACKET(10_000),
    /** The content of a password packet in bytes. */
    PASSWORD(1000),
    /** One piece of copy data in bytes, as it is handed out. */
    COPY_DATA(64 << 10),
    /** Bytes that a peer sends when it is not its turn, such as pipelined commands, and that must be kept. */
    OUT_OF_TURN(1 << 20),
    /** Arguments of a FunctionCall. */
    ARGUMENTS(100);

    private final int standard;

    Limit(int standard) {
        this.standard = standard;
    }

    int standard() {
        return standard;
    }
}
