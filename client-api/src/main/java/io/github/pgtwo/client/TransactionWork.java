package io.github.pgtwo.client;

/**
 * What is done within a transaction.
 *
 * @param <T> what it returns
 * @param <X> what it throws beside unchecked exceptions
 */
@FunctionalInterface
public interface TransactionWork<T, X extends Exception> {
    /** Does it, on the connection whose transaction it is; it must not end that itself. */
    T run(PgConnection connection) throws X;
}
