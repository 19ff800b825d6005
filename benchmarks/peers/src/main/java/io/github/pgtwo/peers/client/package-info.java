/** What runs in the JVM of one client: the clients, what they are asked to do, and how that is measured. */
package io.github.pgtwo.peers.client;
