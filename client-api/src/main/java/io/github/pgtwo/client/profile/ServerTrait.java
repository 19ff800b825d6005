package io.github.pgtwo.client.profile;

/**
 * The table of what differs by release: every decision of the client that depends on the server's version reads it
 * here. What shows itself when it happens, so that no decision is needed, is listed too, for users of the client. Sections
 * are those of the protocol 2.0 document.
 */
public enum ServerTrait {
    /** A statement in a failed transaction does nothing and completes as {@code *ABORT STATE*} (5.6). */
    FAILED_TRANSACTION_COMPLETES(604, 702),
    /** COMMIT of a failed transaction is answered like any COMMIT (5.6). */
    COMMIT_HIDES_ROLLBACK(604, 704),
    /** SAVEPOINT, and ROLLBACK TO, which is answered like ROLLBACK (5.6). */
    SAVEPOINTS(800, Release.NEWEST),
    /** PREPARE TRANSACTION ends a block even when it fails (5.6). */
    TWO_PHASE_COMMIT(801, Release.NEWEST),
    /** AND CHAIN opens a new block behind a tag that ends one (5.6). */
    CHAINED_TRANSACTIONS(1200, Release.NEWEST),
    /** A setting by which any statement silently opens a transaction (5.6). */
    AUTOCOMMIT_SETTING(703, 703),
    /** What is beyond 8191 bytes of a query is cut off without a word (3.16). */
    CUTS_QUERIES_AT_8191(604, 604),
    /** The same beyond 16383 bytes (3.16). */
    CUTS_QUERIES_AT_16383(605, 605),
    /** One statement may be answered by none or by several tags; the last one counts (1.6). */
    SEVERAL_TAGS_A_STATEMENT(604, 701),
    /** SHOW and EXPLAIN answer by a notice instead of rows (1.6). */
    SHOW_IS_NOTICE(604, 702),
    /** SET of an unknown variable completes, with a notice (5.5). */
    SET_NEVER_FAILS(604, 700),
    /** The function {@code pg_client_encoding()} (5.5). */
    CLIENT_ENCODING_FUNCTION(702, Release.NEWEST),
    /** {@code $tag$...$tag$} (13.4). */
    DOLLAR_QUOTES(800, Release.NEWEST),
    /** Comments in comments (13.4). */
    NESTED_COMMENTS(701, Release.NEWEST),
    /** {@code //} begins a comment (13.4). */
    SLASH_COMMENTS(604, 605),
    /** A dollar sign may stand in a word, behind its first letter; before, it is an operator (13.4). */
    DOLLARS_IN_WORDS(704, Release.NEWEST),
    /** Names of functions and catalogs can be qualified by {@code pg_catalog} (8.3). */
    SCHEMAS(703, Release.NEWEST),
    /** {@code E'...'} (13.1). */
    ESCAPE_STRINGS(801, Release.NEWEST),
    /** The setting {@code standard_conforming_strings} may be on (13.1). */
    STANDARD_STRINGS_SETTING(802, Release.NEWEST),
    /** The type {@code numeric}, for decimals (12.1). */
    NUMERIC(605, Release.NEWEST),
    /** The type {@code uuid} (12.4). */
    UUID(803, Release.NEWEST),
    /** Values of bytea can be given as {@code \x} and hexadecimal digits (13.1). */
    HEX_BYTEA(900, Release.NEWEST),
    /** NULL in arrays (12.3). */
    NULLS_IN_ARRAYS(802, Release.NEWEST),
    /** Timestamps are of the type {@code datetime} (12.2). */
    DATETIME(604, 605),
    /** There are timestamps with and without time zone, and both can be named in full (12.2). */
    TWO_TIMESTAMPS(702, Release.NEWEST),
    /** A quote in a quoted identifier, as two of them (13.3). */
    QUOTES_IN_IDENTIFIERS(701, Release.NEWEST),
    /** Identifiers of up to 63 bytes, up to 31 before (13.3). */
    LONG_IDENTIFIERS(703, Release.NEWEST),
    /** The setting {@code integer_datetimes} can be asked for (12.4). */
    INTEGER_DATETIMES_SETTING(800, Release.NEWEST),
    /** Timestamps may be integers, which was to be chosen when the server was built (12.4). */
    INTEGER_DATETIMES(703, Release.NEWEST),
    /** The setting {@code intervalstyle} (11.4). */
    INTERVAL_STYLE(804, Release.NEWEST),
    /** The variables {@code cost_heap} and {@code cost_index} (11.3). */
    COST_VARIABLES(604, 605),
    /** The variables {@code r_plans} and {@code query_limit} (11.3). */
    PLAN_VARIABLES(604, 604),
    /** The setting {@code application_name} (11.3). */
    APPLICATION_NAME(900, Release.NEWEST),
    /** Transactions may be read-only, which {@code SHOW transaction_read_only} tells (11.1). */
    READ_ONLY_TRANSACTIONS(704, Release.NEWEST),
    /** A standby answers queries, and {@code pg_is_in_recovery()} tells whether a server is one (11.1). */
    HOT_STANDBY(900, Release.NEWEST),
    /** BinaryRow, and what functions take and return by reference, is as it lies in the server's memory (8.1, 12.4). */
    HOST_BYTE_ORDER(604, 703),
    /** The infinities of floating point numbers are both written {@code Infinity} (12.1). */
    INFINITY_WITHOUT_SIGN(604, 701),
    /** In arrays, a backslash in front of a quote may be one, or belong to the element (12.3). */
    ARRAY_BACKSLASHES_BARE(604, 701),
    /** Arrays may hold NULL, written {@code NULL} (12.3). */
    ARRAY_NULLS(802, Release.NEWEST),
    /** Days in intervals have no unit, and signs are lost but for {@code ago}, which is for all of it (12.1). */
    BARE_INTERVALS(604, 700),
    /** Intervals hold days besides months and time, in binary form too (12.4). */
    INTERVAL_DAYS(801, Release.NEWEST),
    /** Timestamps that are out of the range of a Unix time in 32 bits are in UTC, and say no zone. */
    ZONES_WITHIN_UNIX_TIME(604, 704),
    /** FETCH, MOVE and CLOSE of an unknown cursor complete, with a notice and without rows (1.6). */
    UNKNOWN_CURSOR_IS_NOTICE(604, 703),
    /** BEGIN and DECLARE cannot stand in one text, nor anything behind what it needs (1.6). */
    ANALYSES_TEXT_FIRST(604, 700),
    /** COPY OUT has newlines in values as a backslash and a real newline (7.2). */
    COPY_OUT_RAW_NEWLINES(604, 701),
    /** COPY IN takes any field that has {@code \N} in it for NULL (7.2). */
    COPY_NULL_ANYWHERE(604, 605),
    /** COPY IN takes a text of the two characters {@code \N} for NULL, however it is escaped (7.2). */
    COPY_NULL_BY_CONTENT(700, 703),
    /** COPY IN takes lines with too few fields, and tells of too many by a notice a line (7.2). */
    COPY_TAKES_ANY_WIDTH(604, 702),
    /** COPY BINARY reaches the client, without an end that could be seen (7.8). */
    COPY_BINARY_WITHOUT_END(604, 605),
    /**
     * COPY IN may take the end of the stream for the end of the data, and commit the lines that have come, unless it
     * runs in a transaction block (7.6).
     */
    COPY_END_OF_STREAM_COMMITS(604, 703),
    /** CancelRequest is heeded during COPY (7.6, 7.7). */
    CANCEL_STOPS_COPY(700, Release.NEWEST),
    /** A server that closes in the middle of COPY OUT data may put an error into the data (7.7). */
    ERROR_INSIDE_COPY_OUT(604, 604),
    /** A function can be given NULL (8.2). */
    FUNCTION_TAKES_NULL(704, Release.NEWEST),
    /** After an error, what is left of a FunctionCall is read as commands (8.2). */
    FUNCTION_ERROR_LOSES_STEP(604, 703),
    /** A function is run even in a failed transaction (8.2). */
    FAILED_TRANSACTION_RUNS_FUNCTIONS(604, 700),
    /** Descriptors of large objects live only as long as a transaction (8.3). */
    DESCRIPTORS_NEED_TRANSACTION(605, Release.NEWEST),
    /** lo_open of an object that is not there returns -1 instead of failing (8.3). */
    LO_OPEN_RETURNS_FAILURE(604, 605),
    /** A new descriptor may have the position of an old one (8.3). */
    DESCRIPTOR_KEEPS_POSITION(604, 703),
    /** lo_create: an object with an OID of choice (8.3). */
    LO_CREATE(801, Release.NEWEST),
    /** lo_truncate (8.3). */
    LO_TRUNCATE(803, Release.NEWEST),
    /** lo_lseek64, lo_tell64, lo_truncate64: objects beyond 2 GiB (8.3). */
    LO_64_BIT(903, Release.NEWEST);

    private final int since;
    private final int until;

    ServerTrait(int since, int until) {
        this.since = since;
        this.until = until;
    }

    /** Whether servers of this release have the trait. */
    public boolean holdsFor(ServerVersion version) {
        return since <= version.number() && version.number() <= until;
    }

    /** The first release that has the trait, as a {@link ServerVersion#number}. */
    public int since() {
        return since;
    }

    private static final class Release {
        static final int NEWEST = Integer.MAX_VALUE;
    }
}
