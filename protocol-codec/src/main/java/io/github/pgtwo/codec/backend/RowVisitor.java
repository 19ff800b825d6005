package io.github.pgtwo.codec.backend;

/** Looks at rows as they pass, without an object for each. */
@FunctionalInterface
public interface RowVisitor {

    /**
     * Shows one row. The view is only valid during the call; it must not call the decoder back. What it throws is thrown
     * by the decoder, for which the row then still lies ahead.
     */
    void row(RowView row);
}
