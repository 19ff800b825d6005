package io.github.pgtwo.peers.client;

/** One of those that are compared. */
@FunctionalInterface
interface Client {
    Conversation connect() throws Exception;
}
