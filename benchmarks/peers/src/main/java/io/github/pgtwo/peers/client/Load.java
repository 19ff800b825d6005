package io.github.pgtwo.peers.client;

/** What is done on one connection. */
@FunctionalInterface
interface Load {
    long run(Conversation conversation, int count) throws Exception;
}
